package dev.engine.persistence;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/**
 * {@link Transactions} over one connection, on the caller's own thread. Threads take turns, and so
 * do processes: for a command or a hook, which do a few things and end.
 */
final class DirectTransactions implements Transactions {

  /** Nobody else knows such a file, so nobody is waited for. */
  private static final Duration ALONE = Duration.ZERO;

  private interface Step<T> {
    T run() throws SQLException;
  }

  private final Path file;
  private final StoreConnection connection;
  private final WriteTurns turns;
  private final ReentrantLock turn = new ReentrantLock(true);

  private DirectTransactions(Path file, StoreConnection connection, WriteTurns turns) {
    this.file = file;
    this.connection = connection;
    this.turns = turns;
  }

  /**
   * To a file that other processes write to as well.
   *
   * @param patience how long a write waits for its turn
   */
  static DirectTransactions shared(Path file, Connection connection, Duration patience) {
    return shared(file, connection, patience, LogWatch.of(file));
  }

  /**
   * The same.
   *
   * @param log what {@code connection} commits to
   */
  static DirectTransactions shared(
      Path file, Connection connection, Duration patience, LogWatch log) {
    return new DirectTransactions(
        file,
        StoreConnection.shortLived(connection, patience, log),
        SharedTurns.of(file, patience));
  }

  /** To a file that nobody else knows of. */
  static DirectTransactions alone(Path file, Connection connection) {
    return new DirectTransactions(
        file,
        StoreConnection.shortLived(connection, ALONE, LogWatch.none(file)),
        WriteTurns.NOT_SHARED);
  }

  @Override
  public <T> T read(Work<T> work) {
    return step(work, () -> connection.reading(work));
  }

  @Override
  public <T> T write(Work<T> work) {
    return step(work, () -> inTurn(work));
  }

  @Override
  public <T> T together(Work<T> work) {
    return step(work, () -> inTurn(given -> connection.joinable(work)));
  }

  @Override
  public void close() {
    turn.lock();
    try {
      connection.close();
    } catch (SQLException failure) {
      throw StorageFailures.of(file, failure);
    } finally {
      turns.close();
      turn.unlock();
    }
  }

  private <T> T step(Work<T> work, Step<T> whole) {
    boolean isInside = turn.isHeldByCurrentThread();
    turn.lock();
    try {
      return isInside ? connection.joining(work) : whole.run();
    } catch (Exception failure) {
      throw StorageFailures.ofStep(file, failure);
    } finally {
      turn.unlock();
    }
  }

  private <T> T inTurn(Work<T> work) throws SQLException {
    Duration left = turns.take();
    try {
      return connection.writing(left, work);
    } finally {
      turns.give();
    }
  }
}
