package dev.engine.persistence;

import dev.engine.domain.error.EngineException.StorageRefused;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/** Opens database files, and refuses those that are not ours or not of this version. */
final class Connections {

  private Connections() {}

  /**
   * A connection to an Engine database of the version that this program knows.
   *
   * @param busyTimeout how long a statement waits for another process's lock
   * @throws StorageUnavailable if there is no such file or it cannot be opened now
   * @throws StorageRefused if it is damaged, not Engine's, or of another version
   */
  static Connection open(Path file, Duration busyTimeout) {
    return opened(
        file,
        connection -> {
          requireEngine(file, header(connection, "application_id"));
          requireVersion(file, header(connection, "user_version"));
          Pragmas.apply(connection, busyTimeout);
        });
  }

  /**
   * A connection to any Engine database, however old or new; for whoever is going to migrate it.
   *
   * @throws StorageUnavailable if there is no such file or it cannot be opened now
   * @throws StorageRefused if it is damaged or not Engine's
   */
  static Connection openAnyVersion(Path file, Duration busyTimeout) {
    return opened(
        file,
        connection -> {
          requireEngine(file, header(connection, "application_id"));
          Pragmas.apply(connection, busyTimeout);
        });
  }

  /** A number from the file's header, such as {@code user_version}. */
  static int header(Connection connection, String pragma) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA " + pragma)) {
      return row.getInt(1);
    }
  }

  private interface Preparation {
    void apply(Connection connection) throws SQLException;
  }

  private static Connection opened(Path file, Preparation preparation) {
    if (!Files.exists(file)) {
      throw new StorageUnavailable(
          "there is no database at %s: `engine init` makes one".formatted(file));
    }
    try {
      Connection connection = existing(file);
      boolean isReady = false;
      try {
        preparation.apply(connection);
        isReady = true;
        return connection;
      } finally {
        if (!isReady) {
          connection.close();
        }
      }
    } catch (SQLException failure) {
      throw StorageFailures.of(file, failure);
    }
  }

  private static Connection existing(Path file) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.resetOpenMode(SQLiteOpenMode.CREATE); // a mistyped path must not become a database
    return config.createConnection("jdbc:sqlite:" + file);
  }

  private static void requireEngine(Path file, int applicationId) {
    if (applicationId != SchemaVersion.APPLICATION_ID) {
      throw new StorageRefused(
          "%s is not an Engine database: its application_id must be %d, got %d"
              .formatted(file, SchemaVersion.APPLICATION_ID, applicationId));
    }
  }

  private static void requireVersion(Path file, int version) {
    if (version > SchemaVersion.CURRENT) {
      throw new StorageRefused(
          "database %s was made by a newer Engine: its schema is at %d, this program knows %d"
              .formatted(file, version, SchemaVersion.CURRENT));
    }
    if (version < SchemaVersion.CURRENT) {
      throw new StorageRefused(
          "database %s is of an older Engine: its schema is at %d, this program needs %d; `engine db"
                  .formatted(file, version, SchemaVersion.CURRENT)
              + " migrate` brings it up");
    }
  }
}
