package dev.engine.persistence;

import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.error.EngineException.StorageRefused;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One connection and the only two ways to use it. Threads take turns; other processes are kept out
 * by SQLite itself.
 *
 * <p>A write begins {@code IMMEDIATE}: a transaction that reads first and writes later would meet
 * {@code SQLITE_BUSY_SNAPSHOT}, for which SQLite does not wait.
 */
final class Transactions implements AutoCloseable {

  /** What is done with the connection; whatever it throws undoes it. */
  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  private final Path file;
  private final Connection connection;
  private final ReentrantLock turn = new ReentrantLock(true);

  Transactions(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  /** Runs {@code work} on one unchanging state of the database. */
  <T> T read(Work<T> work) {
    return inside("BEGIN", work);
  }

  /** Runs {@code work} alone among all writers; when this returns, it is durable. */
  <T> T write(Work<T> work) {
    return inside("BEGIN IMMEDIATE", work);
  }

  @Override
  public void close() {
    turn.lock();
    try {
      connection.close();
    } catch (SQLException failure) {
      throw StorageFailures.of(file, failure);
    } finally {
      turn.unlock();
    }
  }

  private <T> T inside(String begin, Work<T> work) {
    if (turn.isHeldByCurrentThread()) {
      throw new IllegalStateException("a transaction inside a transaction");
    }
    turn.lock();
    try {
      return committed(begin, work);
    } catch (SQLException failure) {
      throw StorageFailures.of(file, failure);
    } catch (InvalidInput damaged) {
      // What goes in is checked before it gets here, so it is a stored row that has no sense.
      throw new StorageRefused(
          "database %s holds a row that Engine did not write: %s"
              .formatted(file, damaged.getMessage()),
          damaged);
    } finally {
      turn.unlock();
    }
  }

  private <T> T committed(String begin, Work<T> work) throws SQLException {
    execute(begin);
    boolean committed = false;
    try {
      T result = work.on(connection);
      execute("COMMIT");
      committed = true;
      return result;
    } finally {
      if (!committed) {
        rollBack();
      }
    }
  }

  /** After some failures SQLite has rolled back by itself; then there is nothing left to undo. */
  private void rollBack() {
    try {
      execute("ROLLBACK");
    } catch (SQLException alreadyRolledBack) {
      // The failure that led here is on its way to the caller, and says more.
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
