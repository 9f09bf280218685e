package dev.engine.app.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Limit;
import dev.engine.domain.Page;
import dev.engine.domain.Storage;
import dev.engine.domain.database.Backup;
import dev.engine.domain.database.Restoring;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionFilter;
import dev.engine.persistence.SqliteDatabase;
import dev.engine.persistence.SqliteStorage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The files of a store, and who has them open besides the engine that serves. */
final class FleetStore implements AutoCloseable {

  private static final Limit MANY = new Limit(1_000);

  private final FleetHome home;
  private final Dice dice;
  private final FleetLog log;
  private final List<EngineLife> dead = new ArrayList<>();
  private @Nullable SqliteStorage desk;
  private int laidOver;
  private Path aside;

  FleetStore(FleetHome home, Dice dice, FleetLog log) {
    this.home = home;
    this.dice = dice;
    this.log = log;
    this.aside = home.file();
  }

  /** As commands and hooks open it. */
  Storage open() {
    SqliteStorage opened = desk;
    if (opened == null) {
      opened = SqliteStorage.open(home.file(), EngineLife.PATIENCE, dice.source());
      desk = opened;
    }
    return opened;
  }

  /** An engine is dead, and has left its files open: the system closes them some time. */
  void buries(EngineLife engine) {
    dead.add(engine);
  }

  private void closeAll() {
    if (desk != null) {
      desk.close();
      desk = null;
    }
    dead.forEach(EngineLife::closeFiles);
    dead.clear();
  }

  List<Backup> goodBackups() {
    return home.database().backups().list().stream().filter(Backup::isGood).toList();
  }

  /** A restore changes nothing while an engine has the file open. */
  void requireInUse(Backup backup) {
    closeAll();
    Restoring refused =
        new SqliteDatabase(home.file(), Duration.ZERO, home.time())
            .backups()
            .restore(backup.file());
    assertThat(refused).isInstanceOf(Restoring.InUse.class);
  }

  void restore(Backup backup) {
    closeAll();
    Restoring restored = home.database().backups().restore(backup.file());
    assertThat(restored).isInstanceOf(Restoring.Restored.class);
  }

  /** Puts a copy of {@code backup} where the file was, whoever has that open. */
  void layOver(Backup backup) {
    closeAll();
    laidOver++;
    aside = home.file().resolveSibling("aside-" + laidOver);
    try {
      Files.createDirectory(aside);
      for (String side : List.of("", "-wal", "-shm")) {
        String name = home.file().getFileName() + side;
        if (Files.exists(home.file().resolveSibling(name))) {
          Files.move(home.file().resolveSibling(name), aside.resolve(name));
        }
      }
      Files.copy(backup.file(), home.file());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /**
   * The newest event in the files that were moved away last, under an engine that has them open.
   */
  long headOfLost() {
    return new SqliteDatabase(
            aside.resolve(home.file().getFileName()), EngineLife.PATIENCE, home.time())
        .journalHead();
  }

  List<Session> liveSessions() {
    return open().sessionViews().list(SessionFilter.LIVE, Page.first(MANY)).items();
  }

  @Override
  public void close() {
    log.tell("closed");
    closeAll();
  }
}
