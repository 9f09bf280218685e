package dev.engine.persistence;

import dev.engine.domain.error.EngineException;
import dev.engine.domain.error.EngineException.Conflict;
import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.error.EngineException.StorageRefused;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The one place where a failure of SQLite becomes one of ours. */
final class StorageFailures {

  /** The low byte of an extended result code is the code it extends. */
  private static final int PRIMARY_CODE = 0xff;

  private StorageFailures() {}

  static EngineException of(Path file, SQLException failure) {
    if (failure instanceof SQLiteException known
        && known.getResultCode() == SQLiteErrorCode.SQLITE_READONLY_DBMOVED) {
      return new StorageUnavailable(
          "database %s was replaced by another file while it was being opened: try again"
              .formatted(file),
          failure);
    }
    return switch (primaryCode(failure)) {
      case SQLITE_BUSY, SQLITE_LOCKED ->
          new StorageUnavailable(
              "database %s is held by another writer and did not come free in time".formatted(file),
              failure);
      case SQLITE_FULL ->
          new StorageUnavailable("the disk that holds %s is full".formatted(file), failure);
      case SQLITE_CANTOPEN ->
          new StorageUnavailable(
              "database %s cannot be opened: check that it exists and may be read and written"
                  .formatted(file),
              failure);
      case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH ->
          new StorageRefused(
              "database %s is read-only: it and its folder must be writable".formatted(file),
              failure);
      case SQLITE_NOTADB ->
          new StorageRefused(
              "%s is not an SQLite database; if it was one, `engine db backups` lists what"
                      .formatted(file)
                  + " `engine db restore` can go back to",
              failure);
      case SQLITE_CORRUPT ->
          new StorageRefused(
              "database %s is damaged: `engine db verify` says where, `engine db restore` goes"
                      .formatted(file)
                  + " back to a backup",
              failure);
      case SQLITE_CONSTRAINT ->
          new Conflict("the database refused the row: " + failure.getMessage());
      default ->
          new StorageUnavailable(
              "database %s failed: %s".formatted(file, failure.getMessage()), failure);
    };
  }

  /**
   * A failure of a file that SQLite has no part in. An interrupt closes whatever its thread has
   * open, and says nothing against the file.
   *
   * @param what happened to it, such as {@code cannot be read}
   */
  static StorageUnavailable ofFile(Path file, String what, IOException failure) {
    return failure instanceof ClosedByInterruptException
        ? new StorageUnavailable(
            "the work on %s was ended before it was finished".formatted(file), failure)
        : new StorageUnavailable("%s %s: %s".formatted(file, what, failure), failure);
  }

  /** What a caller gets to see of whatever a step of a port failed with. */
  static RuntimeException ofStep(Path file, Exception failure) {
    return switch (failure) {
      case SQLException sql -> of(file, sql);
      // What goes in is checked before it gets here, so it is a stored row that has no sense.
      case InvalidInput damaged ->
          new StorageRefused(
              "database %s holds a row that Engine did not write: %s"
                  .formatted(file, damaged.getMessage()),
              damaged);
      case RuntimeException other -> other;
      default -> new IllegalStateException(failure);
    };
  }

  /** Whether it is what is in the file that SQLite cannot make sense of. */
  static boolean isDamage(SQLException failure) {
    SQLiteErrorCode code = primaryCode(failure);
    return code == SQLiteErrorCode.SQLITE_NOTADB || code == SQLiteErrorCode.SQLITE_CORRUPT;
  }

  /** What SQLite answered, without the detail of an extended code. */
  static SQLiteErrorCode primaryCode(SQLException failure) {
    return SQLiteErrorCode.getErrorCode(failure.getErrorCode() & PRIMARY_CODE);
  }
}
