package dev.engine.domain.database;

import dev.engine.domain.database.DatabaseStatus.State;
import dev.engine.domain.error.EngineException.NotFound;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A database file that is only thought of: a schema of one free and one held migration, and one
 * table. What takes a real file, to be damaged, adopted or rebuilt, is tested on real ones.
 */
public final class InMemoryDatabase implements DatabaseKeeper, Backups {

  public static final Migration FREE = new Migration(new MigrationNumber(28), "context warnings");
  public static final Migration HELD = new Migration(new MigrationNumber(29), "drop old table");

  private static final String TABLE = "session_notifications";
  private static final long ROW_BYTES = 100;

  private record Content(boolean isReleased, long rows) {}

  private final Path file;
  private final InstantSource clock;
  private final Map<Backup, Content> backups = new LinkedHashMap<>();
  private @Nullable Content content;
  private boolean isInUse;
  private boolean isBehind;

  public InMemoryDatabase(Path file, InstantSource clock) {
    this.file = file;
    this.clock = clock;
  }

  /** Adds a row. */
  public void store() {
    content = new Content(present().isReleased(), present().rows() + 1);
  }

  public long rows() {
    return present().rows();
  }

  /** From now on somebody is connected. */
  public void connectSomebody() {
    isInUse = true;
  }

  /** Goes back to before {@link #FREE}. */
  public void fallBehind() {
    isBehind = true;
  }

  @Override
  public DatabaseStatus status() {
    if (content == null) {
      return new DatabaseStatus(file, new State.Missing());
    }
    List<AppliedMigration> applied = new ArrayList<>();
    if (!isBehind) {
      applied.add(new AppliedMigration(FREE, clock.instant()));
    }
    if (content.isReleased()) {
      applied.add(new AppliedMigration(HELD, clock.instant()));
    }
    List<HeldMigration> held =
        content.isReleased() ? List.of() : List.of(new HeldMigration(HELD, "drops it", tables()));
    FileSize size = new FileSize(content.rows() * ROW_BYTES, 0, content.rows(), 0);
    return new DatabaseStatus(file, new State.Present(version(), applied, pending(), held, size));
  }

  @Override
  public Migrating migrate() {
    if (content != null && !isBehind) {
      return new Migrating.UpToDate(version());
    }
    if (content == null) {
      content = new Content(false, 0);
    }
    isBehind = false;
    return new Migrating.Migrated(List.of(FREE), version(), null);
  }

  @Override
  public Releasing release(MigrationNumber number) {
    if (number.equals(FREE.number())) {
      return new Releasing.NotHeld(FREE);
    }
    if (!number.equals(HELD.number())) {
      return new Releasing.NoSuchMigration(number);
    }
    if (present().isReleased()) {
      return new Releasing.ReleasedBefore(HELD);
    }
    Backup backup = take(new BackupName("before_" + number), Progress.UNSEEN);
    content = new Content(true, present().rows());
    return new Releasing.Released(HELD, backup);
  }

  @Override
  public Rebuilding rebuild(Progress progress) {
    if (isInUse) {
      return new Rebuilding.InUse(List.of(4242L));
    }
    if (isBehind) {
      return new Rebuilding.NotYet(pending());
    }
    Backup old = take(new BackupName("before_rebuild"), progress);
    return new Rebuilding.Rebuilt(old, tables(), List.of());
  }

  @Override
  public Adopting adopt(Path candidate) {
    return new Adopting.Differs(FREE.number().value(), List.of("table " + TABLE + " is missing"));
  }

  @Override
  public Verification verify(Progress progress) {
    present();
    progress.report(1, 1);
    return new Verification(file, FREE.number().value(), tables(), List.of());
  }

  @Override
  public Verification verify(Path other, Progress progress) {
    return new Verification(other, 0, List.of(), List.of("page 7 is broken"));
  }

  @Override
  public Backup take(BackupName name, Progress progress) {
    Instant at = clock.instant();
    Path copy = file.resolveSibling("system_backup_%s_%d.db".formatted(name, backups.size()));
    Backup backup = new Backup(name, at, copy, present().rows() * ROW_BYTES);
    backups.put(backup, present());
    progress.report(1, 1);
    return backup;
  }

  @Override
  public List<Backup> list() {
    return new ArrayList<>(backups.keySet()).reversed();
  }

  @Override
  public Restoring restore(Path backup) {
    Content kept =
        backups.entrySet().stream()
            .filter(entry -> entry.getKey().file().equals(backup))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElseThrow(() -> new NotFound("backup", backup));
    if (isInUse) {
      return new Restoring.InUse(List.of(4242L));
    }
    Backup before =
        content == null ? null : take(new BackupName("before_restore"), Progress.UNSEEN);
    content = kept;
    return new Restoring.Restored(FREE.number().value(), before);
  }

  private int version() {
    return isBehind ? FREE.number().value() - 1 : FREE.number().value();
  }

  private List<Migration> pending() {
    return isBehind ? List.of(FREE) : List.of();
  }

  private List<TableRows> tables() {
    return List.of(new TableRows(TABLE, present().rows()));
  }

  private Content present() {
    if (content == null) {
      throw new StorageUnavailable("there is no database at " + file);
    }
    return content;
  }
}
