package dev.engine.persistence;

import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.sqlite.SQLiteErrorCode;

/**
 * A database that nobody else is connected to, for as long as this is open. Proven by SQLite's own
 * locks, so that a new file can be put in the old one's place.
 *
 * <p>Why nobody slips in between:
 *
 * <ol>
 *   <li>Leaving WAL mode takes an exclusive lock, which SQLite gives only when no other connection
 *       is open: each one in WAL mode keeps a shared lock. It also writes the whole write-ahead log
 *       into the file and removes {@code -wal} and {@code -shm}.
 *   <li>In exclusive locking mode the lock stays from the first transaction until the connection is
 *       closed, which is after the rename. The transaction writes nothing, so that no journal
 *       stands beside the file that could be taken for the new one's.
 *   <li>Who opened the old file in the meantime waits for that lock. When it comes free the file is
 *       not the one at this path any more, and not in WAL mode: to write, or to enter WAL mode,
 *       SQLite makes a journal first, sees that the file was moved, and refuses ({@code
 *       SQLITE_READONLY_DBMOVED}).
 *   <li>The rename is one step: a kill leaves the old file or the new one.
 * </ol>
 */
final class ExclusiveHold implements AutoCloseable {

  private static final Duration BETWEEN_TRIES = Duration.ofMillis(20);

  private final Path file;
  private final Connection connection;

  private ExclusiveHold(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  /**
   * Waits until nobody else is connected, at most for {@code patience}.
   *
   * @return the hold; empty if somebody stayed connected
   */
  static Optional<ExclusiveHold> take(Path file, Duration patience) {
    for (long tries = patience.dividedBy(BETWEEN_TRIES); tries >= 0; tries--) {
      Connection connection = Connections.openAsItIs(file, Duration.ZERO);
      boolean isHeld = false;
      try {
        isHeld = isAlone(connection);
        if (isHeld) {
          return Optional.of(new ExclusiveHold(file, connection));
        }
      } catch (SQLException failure) {
        throw StorageFailures.of(file, failure);
      } finally {
        if (!isHeld) {
          close(file, connection);
        }
      }
      LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
    }
    return Optional.empty();
  }

  /** The only connection there is; it must not write. */
  Connection connection() {
    return connection;
  }

  /**
   * Puts {@code ready}, which nobody has open, in place of the file that is held.
   *
   * @throws StorageUnavailable if not all of it is in its file
   */
  void replaceBy(Path ready) {
    DatabaseFiles.requireWhole(ready);
    DiskSync.of(ready);
    DatabaseFiles.replace(ready, file);
  }

  @Override
  public void close() {
    close(file, connection);
  }

  private static boolean isAlone(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode = DELETE");
      statement.execute("PRAGMA locking_mode = EXCLUSIVE");
      statement.execute("BEGIN EXCLUSIVE");
      statement.execute("COMMIT");
      // Else somebody entered WAL mode again before the lock was taken.
      return Sql.first(connection, row -> row.getString(1), "PRAGMA journal_mode")
          .filter("delete"::equals)
          .isPresent();
    } catch (SQLException failure) {
      if (failure.getErrorCode() == SQLiteErrorCode.SQLITE_BUSY.code) {
        return false;
      }
      throw failure;
    }
  }

  private static void close(Path file, Connection connection) {
    try {
      connection.close();
    } catch (SQLException failure) {
      throw StorageFailures.of(file, failure);
    }
  }
}
