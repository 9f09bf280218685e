package dev.engine.persistence;

import dev.engine.domain.error.EngineException.StorageRefused;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/** The settings of every connection, in one place: set, then read back. */
final class Pragmas {

  /** Beyond this a checkpoint cuts the write-ahead log back, so that it cannot keep a peak size. */
  private static final long JOURNAL_SIZE_LIMIT_BYTES = 64L << 20;

  /**
   * From this size on, 47 MiB, a commit copies the log into the file and waits for the disk twice
   * more. An engine has a {@link Checkpointer}, which does it before, so that none of its commits
   * has to unless the writing never pauses.
   */
  private static final String CHECKPOINT_PAGES = "12000";

  private record Pragma(String name, String value, String readBack) {}

  private Pragmas() {}

  /**
   * @param busyTimeout how long SQLite waits for another process's lock
   * @throws StorageRefused if SQLite does not take a setting over, which it does silently
   */
  static void apply(Connection connection, Duration busyTimeout) throws SQLException {
    for (Pragma pragma : all(busyTimeout)) {
      apply(connection, pragma);
    }
  }

  /** Makes every later write on {@code connection} fail. */
  static void forbidWriting(Connection connection) throws SQLException {
    apply(connection, new Pragma("query_only", "ON", "1"));
  }

  private static void apply(Connection connection, Pragma pragma) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA %s = %s".formatted(pragma.name(), pragma.value()));
      requireReadBack(statement, pragma);
    }
  }

  private static List<Pragma> all(Duration busyTimeout) {
    String timeout = Long.toString(busyTimeout.toMillis());
    String journalLimit = Long.toString(JOURNAL_SIZE_LIMIT_BYTES);
    return List.of(
        new Pragma("busy_timeout", timeout, timeout),
        new Pragma("journal_mode", "WAL", "wal"),
        new Pragma("synchronous", "FULL", "2"),
        new Pragma("foreign_keys", "ON", "1"),
        new Pragma("trusted_schema", "OFF", "0"),
        new Pragma("cell_size_check", "ON", "1"),
        new Pragma("journal_size_limit", journalLimit, journalLimit),
        new Pragma("wal_autocheckpoint", CHECKPOINT_PAGES, CHECKPOINT_PAGES),
        new Pragma("mmap_size", "0", "0"),
        new Pragma("temp_store", "MEMORY", "2"));
  }

  private static void requireReadBack(Statement statement, Pragma pragma) throws SQLException {
    try (ResultSet row = statement.executeQuery("PRAGMA " + pragma.name())) {
      String got = row.next() ? row.getString(1) : "nothing";
      if (!pragma.readBack().equals(got)) {
        throw new StorageRefused(
            "SQLite must run with %s = %s, got %s"
                .formatted(pragma.name(), pragma.readBack(), got));
      }
    }
  }
}
