package dev.engine.persistence;

import dev.engine.domain.database.Backup;
import dev.engine.domain.database.BackupName;
import dev.engine.domain.database.BackupRoom;
import dev.engine.domain.database.BackupSeal;
import dev.engine.domain.database.Backups;
import dev.engine.domain.database.Drilling;
import dev.engine.domain.database.Progress;
import dev.engine.domain.database.Restoring;
import dev.engine.domain.database.Verification;
import dev.engine.domain.error.EngineException.NotFound;
import dev.engine.domain.error.EngineException.StorageRefused;
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
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

/** {@link Backups} of an SQLite file, in a folder beside it. */
final class SqliteBackups implements Backups {

  private static final BackupName BEFORE_RESTORE = new BackupName("before_restore");

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
    Verification found = inspected(backup.file(), progress);
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
    requireThere(backup.file());
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
  public Restoring restore(Path backup) {
    Verification found = inspected(backup, Progress.UNSEEN);
    if (!found.isSound()) {
      return new Restoring.Unsound(found);
    }
    Connections.requireNotNewer(backup, found.version());
    Path copy = DatabaseFiles.unfinished(file);
    try {
      copy(backup, copy);
      return installed(copy, found.version());
    } catch (SQLException failure) {
      throw StorageFailures.of(file, failure);
    } finally {
      DatabaseFiles.discard(copy); // gone already if it took the old one's place
    }
  }

  /** What a look at a backup finds, with what its seal says to it. */
  private Verification inspected(Path backup, Progress progress) {
    requireThere(backup);
    Optional<BackupSeal> seal = folder.find(backup).map(Backup::seal);
    if (seal.isPresent() && !SealFiles.sha256(backup).equals(seal.get().sha256())) {
      return new Verification(
          backup,
          seal.get().version(),
          List.of(),
          List.of(backup.getFileName() + " has not the bytes that it had when it was taken"));
    }
    return Inspection.of(backup, progress);
  }

  private static void requireThere(Path backup) {
    if (!Files.exists(backup)) {
      throw new NotFound("backup", backup);
    }
  }

  private void copy(Path backup, Path copy) throws SQLException {
    try (Connection original = Connections.openToRead(backup)) {
      Copies.pages(original, copy);
    }
    // Opened once, which leaves it in WAL mode: so two that open it first do not compete for that.
    Connections.openUnmarked(copy, patience).close();
  }

  private Restoring installed(Path copy, int version) throws SQLException {
    Optional<ExclusiveHold> taken;
    try {
      if (!Files.exists(file)) {
        return inPlaceOfWreck(copy, version);
      }
      taken = ExclusiveHold.take(file, patience);
    } catch (StorageRefused refused) {
      if (isNoDatabase(refused)) {
        return inPlaceOfWreck(copy, version);
      }
      throw refused;
    }
    if (taken.isEmpty()) {
      return new Restoring.InUse(LockHolders.of(file));
    }
    try (ExclusiveHold hold = taken.get()) {
      return new Restoring.Restored(version, replaced(hold, copy));
    }
  }

  private @Nullable Backup replaced(ExclusiveHold hold, Path copy) throws SQLException {
    Backup before;
    try {
      Connection alone = hold.connection();
      before = Connections.isEmpty(alone) ? null : copies.asItIs(alone, BEFORE_RESTORE);
    } catch (SQLException failure) {
      if (StorageFailures.primaryCode(failure) != SQLiteErrorCode.SQLITE_IOERR) {
        throw failure;
      }
      return copies.replaceWreck(file, copy); // a bad sector, say: its name can still be changed
    }
    hold.replaceBy(copy);
    return before;
  }

  /**
   * Where SQLite cannot read the file at all, its locks cannot be asked for: Linux tells whether
   * somebody holds one.
   */
  private Restoring inPlaceOfWreck(Path copy, int version) {
    if (Files.exists(file)) {
      List<Long> holders =
          LockHolders.seen(file)
              .orElseThrow(
                  () ->
                      new StorageUnavailable(
                          "%s is no database any more, and who uses it cannot be seen here: stop"
                                  .formatted(file)
                              + " whatever may, and move it away"));
      if (!holders.isEmpty()) {
        return new Restoring.InUse(holders);
      }
    }
    return new Restoring.Restored(version, copies.replaceWreck(file, copy));
  }

  private static boolean isNoDatabase(StorageRefused refused) {
    return refused.getCause() instanceof SQLException cause && StorageFailures.isDamage(cause);
  }
}
