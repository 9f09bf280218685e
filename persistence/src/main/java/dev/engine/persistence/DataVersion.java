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
 *
 * <p>Those who ask while it is being looked share the next look: it begins after they have come.
 */
final class DataVersion implements Changes, AutoCloseable {

  private final Path file;
  private final Connection connection;
  private final PreparedStatement query;
  private final ReentrantLock turn = new ReentrantLock();
  private volatile long begunLooks;
  private long lastLook;
  private long seen;

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
    long before = begunLooks;
    turn.lock();
    try {
      return lastLook > before ? seen : look();
    } catch (SQLException failure) {
      throw StorageFailures.of(file, failure);
    } finally {
      turn.unlock();
    }
  }

  private long look() throws SQLException {
    long number = begunLooks + 1;
    begunLooks = number;
    try (ResultSet row = query.executeQuery()) {
      seen = row.getLong(1);
    }
    lastLook = number;
    return seen;
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
