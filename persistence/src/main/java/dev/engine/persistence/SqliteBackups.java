package dev.engine.persistence;

import dev.engine.domain.database.Backup;
import dev.engine.domain.database.BackupName;
import dev.engine.domain.database.BackupRoom;
import dev.engine.domain.database.BackupSeal;
import dev.engine.domain.database.Backups;
import dev.engine.domain.database.CopyTrial;
import dev.engine.domain.database.Drilling;
import dev.engine.domain.database.Progress;
import dev.engine.domain.database.Restoring;
import dev.engine.domain.database.Verification;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.sqlite.SQLiteErrorCode;

/** {@link Backups} of an SQLite file, in a folder beside it. */
final class SqliteBackups implements Backups {

  /** Each fails only if one write takes a second and ends within some milliseconds. */
  private static final int ATTEMPTS = 5;

  private static final int COPY_AND_TRIAL = 2;

  private final Path file;
  private final Duration patience;
  private final BackupFolder folder;
  private final Copies copies;
  private final InstantSource clock;

  SqliteBackups(Path file, Duration patience, BackupFolder folder, InstantSource clock) {
    this.file = file;
    this.patience = patience;
    this.folder = folder;
    this.copies = new Copies(folder, clock);
    this.clock = clock;
  }

  @Override
  public Backup take(BackupName name, Progress progress) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<Backup> taken = attempt(name, progress);
      if (taken.isPresent()) {
        return taken.get();
      }
    }
    throw new StorageUnavailable(
        "others write for too long at a time: no moment for a backup in %d attempts"
            .formatted(ATTEMPTS));
  }

  private Optional<Backup> attempt(BackupName name, Progress progress) {
    try (Connection connection = Connections.openAnyAge(file, patience);
        Witness witness = Witness.of(file, patience)) {
      return copies.verified(connection, witness, name, progress);
    } catch (SQLException failure) {
      boolean isDisk = StorageFailures.primaryCode(failure) == SQLiteErrorCode.SQLITE_FULL;
      throw StorageFailures.of(isDisk ? folder.path() : file, failure); // only the copy grows
    }
  }

  @Override
  public BackupRoom room() {
    long longest = DatabaseFiles.bytes(file) + DatabaseFiles.walBytes(file);
    return new BackupRoom(DatabaseFiles.freeBytes(folder.path()), COPY_AND_TRIAL * longest);
  }

  @Override
  public List<Backup> list() {
    return folder.list();
  }

  @Override
  public Verification verify(Backup backup, Progress progress) {
    Verification found = folder.inspected(backup.file(), progress);
    Instant now = clock.instant();
    BackupSeal seal = backup.seal();
    if (seal != null) {
      folder.seal(
          backup,
          found.isSound() ? seal.verified(now) : seal.failed(now, found.problems().getFirst()));
    }
    return found;
  }

  @Override
  public Drilling drill(Backup backup, Progress progress) {
    BackupFolder.requireThere(backup.file());
    Drilling drilling = new Drill(folder, patience, clock).run(backup, progress);
    BackupSeal seal = backup.seal();
    if (seal == null) {
      return drilling;
    }
    Instant now = clock.instant();
    return switch (drilling) {
      case Drilling.Proven proven ->
          new Drilling.Proven(
              folder.seal(backup, seal.proven(now)), proven.answersCount(), proven.rows());
      case Drilling.Failed failed ->
          new Drilling.Failed(
              folder.seal(backup, seal.failed(now, failed.differences().getFirst())),
              failed.differences());
    };
  }

  @Override
  public void remove(Backup backup) {
    folder.remove(backup);
  }

  @Override
  public void tidy() {
    folder.tidy(clock.instant());
  }

  @Override
  public CopyTrial drillCopy(Path copy, Progress progress) {
    long expected = Files.exists(file) ? journalHead() : 0;
    return new CopyDrill(folder, file, patience).run(copy, expected, progress);
  }

  private long journalHead() {
    try (Connection connection = Connections.openAnyAge(file, patience)) {
      return Witness.journalHead(connection);
    } catch (SQLException failure) {
      throw StorageFailures.of(file, failure);
    }
  }

  @Override
  public Restoring restore(Path backup) {
    Restore restore = new Restore(file, patience, folder, copies);
    if (!Files.isDirectory(backup)) {
      return restore.run(backup);
    }
    Path scratch = folder.scratch();
    try {
      return restore.run(TakenCopy.into(scratch, backup, file, patience));
    } finally {
      DatabaseFiles.discardFolder(scratch);
    }
  }
}
