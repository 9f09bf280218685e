package dev.engine.persistence;

import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * The only ways to use a database: every step of a port is one transaction, alone among all
 * writers.
 *
 * <p>A write begins {@code IMMEDIATE}: a transaction that reads first and writes later would meet
 * {@code SQLITE_BUSY_SNAPSHOT}, for which SQLite does not wait.
 */
interface Transactions extends AutoCloseable {

  /** What is done with the connection; whatever it throws undoes it. */
  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  /**
   * Runs {@code work} on one unchanging state of the database.
   *
   * @throws StorageUnavailable if the database cannot be read now
   */
  <T> T read(Work<T> work);

  /**
   * Runs {@code work} alone among all writers; when this returns, it is durable.
   *
   * @throws StorageUnavailable if its turn to write does not come in time, or the disk fails;
   *     nothing of it is stored then
   */
  <T> T write(Work<T> work);

  /**
   * As {@link #write}, and the steps of ports that {@code work} takes on its own thread are part of
   * it: all come true together or none does. A step that fails undoes itself, as it would alone;
   * whoever catches its failure may go on. Without this, a step inside a step is a bug and says so.
   */
  <T> T together(Work<T> work);

  @Override
  void close();
}
