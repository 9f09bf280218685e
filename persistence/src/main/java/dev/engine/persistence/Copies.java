package dev.engine.persistence;

import dev.engine.domain.database.Backup;
import dev.engine.domain.database.BackupName;
import dev.engine.domain.database.Progress;
import dev.engine.domain.database.Verification;
import dev.engine.domain.error.EngineException.StorageRefused;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;

/** Copies of open databases, made by SQLite itself: a copied live file is not a backup. */
final class Copies {

  /** Steps of SQLite's machine between two looks at how far a copy has come; about 1 ms. */
  private static final int STEPS_PER_LOOK = 10_000;

  private static final BackupName DAMAGED = new BackupName("damaged");

  private static final int ALL_PAGES = -1;

  private final BackupFolder folder;
  private final InstantSource clock;

  Copies(BackupFolder folder, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /**
   * A verified backup, made while others go on reading and writing.
   *
   * @param connection without an open transaction
   * @throws StorageRefused if the copy is not sound
   */
  Backup verified(Connection connection, BackupName name, Progress progress) throws SQLException {
    Path copy = folder.unfinished();
    boolean isKept = false;
    try {
      vacuumInto(connection, copy, progress);
      requireSound(Inspection.of(copy, Progress.UNSEEN));
      Backup backup = folder.keep(copy, name, clock.instant());
      isKept = true;
      return backup;
    } finally {
      if (!isKept) {
        DatabaseFiles.discard(copy);
      }
    }
  }

  /** A backup page by page, of a file that may be damaged; nobody else may be connected to it. */
  Backup asItIs(Connection alone, BackupName name) throws SQLException {
    Path copy = folder.unfinished();
    boolean isKept = false;
    try {
      pages(alone, copy);
      Backup backup = folder.keep(copy, name, clock.instant());
      isKept = true;
      return backup;
    } finally {
      if (!isKept) {
        DatabaseFiles.discard(copy);
      }
    }
  }

  /**
   * Puts {@code ready}, which nobody has open, in the place of a file that is lost or no database
   * any more. What stands there or beside it is kept among the backups: a log that the lost one
   * left would be played into the new one.
   *
   * @return the file that was there; null if it was lost
   */
  @Nullable Backup replaceWreck(Path file, Path ready) {
    boolean isThere = Files.exists(file);
    Path aside = folder.free(DAMAGED, clock.instant());
    DatabaseFiles.moveAside(file, aside);
    DiskSync.of(ready);
    DatabaseFiles.replace(ready, file);
    return isThere ? folder.existing(aside) : null;
  }

  /** Copies every page of an open database into {@code target}, an empty file. */
  static void pages(Connection connection, Path target) throws SQLException {
    int result =
        ((SQLiteConnection) connection)
            .getDatabase()
            .backup("main", target.toString(), null, 0, 0, ALL_PAGES);
    if (result != SQLiteErrorCode.SQLITE_OK.code) {
      SQLiteErrorCode code = SQLiteErrorCode.getErrorCode(result);
      throw new SQLException("%s: %s".formatted(target, code.message), null, code.code);
    }
  }

  private static void vacuumInto(Connection connection, Path copy, Progress progress)
      throws SQLException {
    long total =
        Math.max(
            1,
            (long) Connections.header(connection, "page_count")
                * Connections.header(connection, "page_size"));
    ProgressHandler.setHandler(
        connection,
        STEPS_PER_LOOK,
        new ProgressHandler() {
          @Override
          protected int progress() {
            progress.report(Math.min(DatabaseFiles.bytes(copy), total), total);
            return 0;
          }
        });
    try (PreparedStatement statement = connection.prepareStatement("VACUUM INTO ?")) {
      statement.setString(1, copy.toString());
      statement.executeUpdate();
    } finally {
      ProgressHandler.clearHandler(connection);
    }
    progress.report(total, total);
  }

  private static void requireSound(Verification copy) {
    if (!copy.isSound()) {
      throw new StorageRefused(
          "the database is damaged, so no backup was kept: %s"
              .formatted(copy.problems().getFirst()));
    }
  }
}
