package dev.engine.persistence;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.sqlite.SQLiteConfig;
import org.sqlite.jdbc4.JDBC4Connection;

/** A connection that remembers which statements were prepared on it. */
final class RecordingConnection extends JDBC4Connection {

  private final Set<String> statements = new ConcurrentSkipListSet<>();

  private RecordingConnection(Path file) throws SQLException {
    super("jdbc:sqlite:" + file, file.toString(), new SQLiteConfig().toProperties());
  }

  /** A connection to an Engine database, set up as the engine sets up its own. */
  static RecordingConnection to(Path file) {
    try {
      RecordingConnection connection = new RecordingConnection(file);
      Pragmas.apply(connection, TestDatabases.BUSY_TIMEOUT);
      return connection;
    } catch (SQLException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Each once, in no order that means anything. */
  List<String> statements() {
    return List.copyOf(statements);
  }

  @Override
  public PreparedStatement prepareStatement(String sql, int type, int concurrency, int holdability)
      throws SQLException {
    statements.add(sql);
    return super.prepareStatement(sql, type, concurrency, holdability);
  }
}
