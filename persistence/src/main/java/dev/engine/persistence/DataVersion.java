package dev.engine.persistence;

import dev.engine.domain.Changes;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/**
 * {@link Changes} by SQLite's {@code data_version}: it counts the commits of all other connections,
 * so the one that asks never writes.
 */
final class DataVersion implements Changes, AutoCloseable {

  private final Path file;
  private final Connection connection;
  private final PreparedStatement query;
  private final ReentrantLock turn = new ReentrantLock();

  private DataVersion(Path file, Connection connection, PreparedStatement query) {
    this.file = file;
    this.connection = connection;
    this.query = query;
  }

  static DataVersion open(Path file, Duration patience) {
    Connection connection = Connections.openReader(file, patience);
    try {
      return new DataVersion(file, connection, connection.prepareStatement("PRAGMA data_version"));
    } catch (SQLException failure) {
      throw StorageFailures.of(file, failure);
    }
  }

  @Override
  public long version() {
    turn.lock();
    try (ResultSet row = query.executeQuery()) {
      return row.getLong(1);
    } catch (SQLException failure) {
      throw StorageFailures.of(file, failure);
    } finally {
      turn.unlock();
    }
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
}
