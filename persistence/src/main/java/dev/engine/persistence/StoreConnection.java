package dev.engine.persistence;

import dev.engine.domain.error.EngineException.StorageRefused;
import dev.engine.persistence.Transactions.Work;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConnection;

/**
 * One connection, and the statements that begin and end its transactions, each prepared once. Not
 * safe for several threads at a time.
 */
final class StoreConnection implements AutoCloseable {

  /** Steps of SQLite's machine between two looks whether a read is to go on: a few milliseconds. */
  private static final int STEPS_PER_LOOK = 50_000;

  /** What such a look can say to SQLite. */
  private static final int GO_ON = 0;

  private static final int BREAK_OFF = 1;

  private final Connection connection;
  private final Connection lent;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();
  private final Duration patience;
  private final LogWatch log;
  private Duration waiting;
  private boolean isJoinable;
  private volatile boolean isCut;

  /**
   * @param lent what works get to see of {@code connection}
   * @param patience how long {@code connection} was set up to wait for SQLite's locks
   * @param log what it commits to
   */
  private StoreConnection(Connection connection, Connection lent, Duration patience, LogWatch log) {
    this.connection = connection;
    this.lent = lent;
    this.patience = patience;
    this.log = log;
    this.waiting = patience;
    // Else the driver tries to begin and to commit after each statement, in vain.
    ((SQLiteConnection) connection).getConnectionConfig().setAutoCommit(false);
  }

  /** For a few statements: each is prepared when it is run. */
  static StoreConnection shortLived(Connection connection, Duration patience, LogWatch log) {
    return new StoreConnection(connection, connection, patience, log);
  }

  /** For many statements: the text of each is prepared once. */
  static StoreConnection longLived(Connection connection, Duration patience, LogWatch log) {
    return new StoreConnection(connection, PreparedOnce.over(connection), patience, log);
  }

  /** The transaction is gone, with all that was done in it, although nobody undid it. */
  static final class TransactionLost extends SQLException {
    private static final long serialVersionUID = 1L;

    private TransactionLost(SQLException cause) {
      super(cause.getMessage(), cause.getSQLState(), cause.getErrorCode(), cause);
    }
  }

  /** As {@link #longLived}, for one that can be {@link #cut}. */
  static StoreConnection ofReader(Connection connection, Duration patience, LogWatch log)
      throws SQLException {
    StoreConnection reader = longLived(connection, patience, log);
    ProgressHandler.setHandler(connection, STEPS_PER_LOOK, reader.whetherToGoOn());
    return reader;
  }

  /** Runs {@code work} in a transaction that only reads. */
  <T> T reading(Work<T> work) throws SQLException {
    return inside("BEGIN", work);
  }

  /**
   * Runs {@code work} in a transaction that writes.
   *
   * @param left how long SQLite may wait for its own write lock
   * @throws StorageRefused if it was committed to a log that nobody will find again
   */
  <T> T writing(Duration left, Work<T> work) throws SQLException {
    log.requireKept();
    waitAtMost(left);
    try {
      T result = inside("BEGIN IMMEDIATE", work);
      log.look(); // before anybody is told that it is stored
      return result;
    } finally {
      waitAtMost(patience);
    }
  }

  /**
   * Runs {@code work} inside the open transaction so that its failure undoes only itself.
   *
   * @throws TransactionLost if it undid everything
   */
  <T> T undoable(Work<T> work) throws SQLException {
    execute("SAVEPOINT step");
    T result;
    try {
      result = work.on(lent);
    } catch (SQLException | RuntimeException | Error failure) {
      undo(failure);
      throw failure;
    }
    release();
    return result;
  }

  /** Runs {@code work} so that steps inside it join it, by {@link #joining}. */
  <T> T joinable(Work<T> work) throws SQLException {
    isJoinable = true;
    try {
      return work.on(lent);
    } finally {
      isJoinable = false;
    }
  }

  /** Runs a step inside a step, where that is allowed. */
  <T> T joining(Work<T> work) throws SQLException {
    if (!isJoinable) {
      throw new IllegalStateException("a transaction inside a transaction");
    }
    return undoable(work);
  }

  /**
   * A connection whose log is lost is left to the end of the process: as the last one it would copy
   * that log over what others have written since.
   */
  @Override
  public void close() throws SQLException {
    if (!log.isLost()) {
      connection.close();
    }
  }

  /**
   * From another thread: what runs on it is broken off, its transaction is gone, and so is it. Not
   * by SQLite's interrupt, which is forgotten where it comes between two statements.
   */
  void cut() throws SQLException {
    isCut = true;
    close();
  }

  private ProgressHandler whetherToGoOn() {
    return new ProgressHandler() {
      @Override
      protected int progress() {
        return isCut ? BREAK_OFF : GO_ON;
      }
    };
  }

  private <T> T inside(String begin, Work<T> work) throws SQLException {
    execute(begin);
    boolean isCommitted = false;
    try {
      T result = work.on(lent);
      execute("COMMIT");
      isCommitted = true;
      return result;
    } finally {
      if (!isCommitted) {
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

  private void undo(Throwable failure) throws TransactionLost {
    try {
      execute("ROLLBACK TO step");
    } catch (SQLException noLongerThere) {
      throw new TransactionLost(failure instanceof SQLException cause ? cause : noLongerThere);
    }
    release();
  }

  private void release() throws TransactionLost {
    try {
      execute("RELEASE step");
    } catch (SQLException noLongerThere) {
      throw new TransactionLost(noLongerThere);
    }
  }

  private void execute(String sql) throws SQLException {
    PreparedStatement statement = prepared.remove(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
    }
    boolean isUsable = false;
    try {
      statement.execute();
      isUsable = true;
    } finally {
      if (isUsable) {
        prepared.put(sql, statement);
      } else {
        statement.close(); // the driver leaves one that failed on the disk in pieces
      }
    }
  }

  private void waitAtMost(Duration longest) throws SQLException {
    if (!longest.equals(waiting)) {
      ((SQLiteConnection) connection).setBusyTimeout(Math.toIntExact(longest.toMillis()));
      waiting = longest;
    }
  }
}
