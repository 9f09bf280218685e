package dev.engine.domain.database;

import dev.engine.domain.database.BackupSeal.State.Verified;
import dev.engine.domain.database.DatabaseStatus.State;
import dev.engine.domain.error.EngineException.NotFound;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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

  private static final String SHA256 = "0123456789abcdef".repeat(4);

  private record Content(boolean isReleased, long rows) {}

  private record Copy(Backup backup, Content content) {}

  private final Path file;
  private final InstantSource clock;
  private final Map<Path, Copy> backups = new LinkedHashMap<>();
  private final Set<Path> damaged = new HashSet<>();
  private @Nullable String failure;
  private @Nullable String drillFailure;
  private @Nullable String removalFailure;
  private long freeBytes = Long.MAX_VALUE;
  private int takenCount;
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
    Path copy = file.resolveSibling("system_backup_%s_%d.db".formatted(name, takenCount++));
    BackupSeal seal =
        new BackupSeal(SHA256, present().rows(), version(), tables(), at, new Verified());
    Backup backup = new Backup(name, at, copy, present().rows() * ROW_BYTES, seal);
    if (failure != null) {
      throw new StorageUnavailable(failure);
    }
    backups.put(copy, new Copy(backup, present()));
    progress.report(1, 1);
    return backup;
  }

  /** From now on each backup fails with {@code reason}; null for none. */
  public void failBackups(@Nullable String reason) {
    failure = reason;
  }

  /** From now on each trial fails with {@code difference}. */
  public void failDrills(String difference) {
    drillFailure = difference;
  }

  /** From now on no backup can be taken away. */
  public void failRemovals(String reason) {
    removalFailure = reason;
  }

  /** Changes the bytes of {@code backup}. */
  public void damage(Backup backup) {
    damaged.add(backup.file());
  }

  @Override
  public BackupRoom room() {
    return new BackupRoom(freeBytes, 2 * present().rows() * ROW_BYTES);
  }

  /** From now on so much is free on the disk. */
  public void leaveFree(long bytes) {
    freeBytes = bytes;
  }

  @Override
  public Verification verify(Backup backup, Progress progress) {
    Copy copy = copy(backup.file());
    List<String> problems =
        damaged.contains(backup.file()) ? List.of("its bytes are not those") : List.of();
    BackupSeal seal = Objects.requireNonNull(copy.backup().seal());
    know(
        copy,
        problems.isEmpty()
            ? seal.verified(clock.instant())
            : seal.failed(clock.instant(), problems.getFirst()));
    progress.report(1, 1);
    return new Verification(backup.file(), seal.version(), seal.rows(), problems);
  }

  @Override
  public Drilling drill(Backup backup, Progress progress) {
    Copy copy = copy(backup.file());
    BackupSeal seal = Objects.requireNonNull(copy.backup().seal());
    progress.report(1, 1);
    if (drillFailure != null || damaged.contains(backup.file())) {
      List<String> differences =
          List.of(Objects.requireNonNullElse(drillFailure, "its bytes are not those"));
      return new Drilling.Failed(
          know(copy, seal.failed(clock.instant(), differences.getFirst())), differences);
    }
    return new Drilling.Proven(know(copy, seal.proven(clock.instant())), 2, seal.rows());
  }

  @Override
  public void remove(Backup backup) {
    if (removalFailure != null) {
      throw new StorageUnavailable(removalFailure);
    }
    backups.remove(backup.file());
  }

  @Override
  public void tidy() {}

  @Override
  public List<Backup> list() {
    return backups.values().stream().map(Copy::backup).toList().reversed();
  }

  @Override
  public Restoring restore(Path backup) {
    Copy copy = copy(backup);
    if (damaged.contains(backup)) {
      List<String> problems = List.of("its bytes are not those");
      return new Restoring.Unsound(new Verification(backup, 0, List.of(), problems));
    }
    if (isInUse) {
      return new Restoring.InUse(List.of(4242L));
    }
    Backup before =
        content == null ? null : take(new BackupName("before_restore"), Progress.UNSEEN);
    content = copy.content();
    return new Restoring.Restored(FREE.number().value(), before);
  }

  private Copy copy(Path backup) {
    Copy copy = backups.get(backup);
    if (copy == null) {
      throw new NotFound("backup", backup);
    }
    return copy;
  }

  private Backup know(Copy copy, BackupSeal seal) {
    Backup known = copy.backup().with(seal);
    backups.put(known.file(), new Copy(known, copy.content()));
    return known;
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
