package dev.engine.persistence;

import dev.engine.domain.error.EngineException.StorageRefused;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * A release of SQLite.
 *
 * @param number as it tells it, such as {@code 3.53.2}
 */
record SqliteRelease(String number) {

  /** The first whose log cannot be reset while somebody writes to it; before, that lost commits. */
  private static final int[] SOUND = {3, 51, 3};

  private static final Pattern SHAPE = Pattern.compile("[0-9]{1,6}\\.[0-9]{1,6}\\.[0-9]{1,6}");

  /** The one that {@code connection} is of; no statement is run for that. */
  static SqliteRelease of(Connection connection) throws SQLException {
    return new SqliteRelease(connection.getMetaData().getDatabaseProductVersion());
  }

  /**
   * @throws StorageRefused if it is older than the first that Engine may use
   */
  void requireSound() {
    if (!SHAPE.matcher(number).matches() || Arrays.compare(parts(), SOUND) < 0) {
      throw new StorageRefused(
          "SQLite must be 3.51.3 or newer, for those before can lose what was committed, got %s"
              .formatted(number));
    }
  }

  private int[] parts() {
    return Arrays.stream(number.split("\\.", -1)).mapToInt(Integer::parseInt).toArray();
  }
}
