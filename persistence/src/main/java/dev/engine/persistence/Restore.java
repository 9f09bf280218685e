package dev.engine.persistence;

import dev.engine.domain.database.Backup;
import dev.engine.domain.database.BackupName;
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
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

/** Puts a copy of a backup in place of a database while nobody is connected. */
final class Restore {

  private static final BackupName BEFORE = new BackupName("before_restore");

  private final Path file;
  private final Duration patience;
  private final BackupFolder folder;
  private final Copies copies;

  /**
   * @param file need not exist
   * @param folder where the database is kept as it was
   */
  Restore(Path file, Duration patience, BackupFolder folder, Copies copies) {
    this.file = file;
    this.patience = patience;
    this.folder = folder;
    this.copies = copies;
  }

  /**
   * @throws NotFound if there is no such file
   * @throws StorageRefused if it was made by a newer Engine
   */
  Restoring run(Path backup) {
    Verification found = folder.inspected(backup, Progress.UNSEEN);
    if (!found.isSound()) {
      return new Restoring.Unsound(found);
    }
    Connections.requireNotNewer(backup, found.version());
    try (UnfinishedFile copy = UnfinishedFile.of(file)) {
      copy(backup, copy.path());
      return installed(copy.path(), found.version());
    } catch (SQLException failure) {
      throw StorageFailures.of(file, failure);
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
      before = Connections.isEmpty(alone) ? null : copies.asItIs(alone, BEFORE);
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
