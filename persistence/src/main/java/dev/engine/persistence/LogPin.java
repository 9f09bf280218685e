package dev.engine.persistence;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * A state of the database that is read on and on, so that the write-ahead log keeps what was
 * written since. Taken while nobody writes, it holds that from then on nothing is lost from the log
 * before it was copied:
 *
 * <ul>
 *   <li>If all of the log is in the file by then, SQLite gives the reader the file alone (its read
 *       lock 0). Nobody may change the file while that is held, so the file can be copied, and the
 *       log can begin anew at most once: at this very place.
 *   <li>Else it reads a place in the log, and the log cannot begin anew at all.
 * </ul>
 *
 * <p>Safe for several threads, so that one can take it back from another that hangs.
 */
final class LogPin implements AutoCloseable {

  private final Path file;
  private Connection holding;
  private Connection spare;
  private boolean isHeld;

  private LogPin(Path file, Connection holding, Connection spare) {
    this.file = file;
    this.holding = holding;
    this.spare = spare;
  }

  /** One that is not held yet. */
  static LogPin of(Path file, Duration patience) {
    Connection holding = Connections.openReader(file, patience);
    try {
      return new LogPin(file, holding, Connections.openReader(file, patience));
    } catch (RuntimeException failure) {
      closed(file, holding);
      throw failure;
    }
  }

  /** Holds the state that the database has now; one that was held goes only after that. */
  synchronized void hold() throws SQLException {
    Sql.update(spare, "BEGIN");
    Connections.header(spare, "schema_version"); // the first read takes the state
    Connection before = holding;
    holding = spare;
    spare = before;
    if (isHeld) {
      Sql.update(before, "ROLLBACK");
    }
    isHeld = true;
  }

  /**
   * Holds the state that the database has now instead of the one that it holds.
   *
   * @return false if it holds none any more; then nothing has changed
   */
  synchronized boolean moveOn() throws SQLException {
    if (isHeld) {
      hold();
    }
    return isHeld;
  }

  /** Holds nothing any more; doing it twice is harmless. */
  synchronized void release() {
    if (isHeld) {
      isHeld = false;
      try {
        Sql.update(holding, "ROLLBACK");
      } catch (SQLException failure) {
        throw StorageFailures.of(file, failure);
      }
    }
  }

  synchronized boolean isHeld() {
    return isHeld;
  }

  @Override
  public synchronized void close() {
    isHeld = false;
    closed(file, holding);
    closed(file, spare);
  }

  private static void closed(Path file, Connection connection) {
    try {
      connection.close();
    } catch (SQLException failure) {
      throw StorageFailures.of(file, failure);
    }
  }
}
