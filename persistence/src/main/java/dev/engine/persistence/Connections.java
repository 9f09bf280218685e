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
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteOpenMode;

/** Opens database files, and refuses those that are not ours or not of this version. */
final class Connections {

  /** How long a look at a file that need not be ours waits for another process's lock. */
  private static final Duration READING = Duration.ofSeconds(3);

  /** Has SQLite read the file alone. */
  private static final String AS_IT_LIES = "?immutable=1";

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
        busyTimeout,
        connection -> {
          requireCurrent(file, connection);
          Pragmas.apply(connection, busyTimeout);
        });
  }

  /** As {@link #open}, for one that only reads. */
  static Connection openReader(Path file, Duration busyTimeout) {
    return opened(
        file,
        busyTimeout,
        connection -> {
          requireCurrent(file, connection);
          Pragmas.apply(connection, busyTimeout);
          Pragmas.forbidWriting(connection);
        });
  }

  /**
   * A connection to an Engine database that is not newer than this program.
   *
   * @throws StorageUnavailable if there is no such file or it cannot be opened now
   * @throws StorageRefused if it is damaged, not Engine's, or of a newer Engine
   */
  static Connection openAnyAge(Path file, Duration busyTimeout) {
    return opened(
        file,
        busyTimeout,
        connection -> {
          requireKnown(file, connection);
          Pragmas.apply(connection, busyTimeout);
        });
  }

  /**
   * As {@link #openAnyAge}, or to a file with nothing in it, which is to become a database.
   *
   * <p>An empty file enters WAL mode by its first connection. Of two that try at once SQLite
   * refuses one without waiting, for both hold what the other needs; so they take turns.
   */
  static Connection openAnyAgeOrEmpty(Path file, Duration busyTimeout) {
    return opened(
        file,
        busyTimeout,
        connection -> {
          if (isEmpty(connection)) {
            applyInTurn(file, connection, busyTimeout);
          } else {
            requireKnown(file, connection);
            Pragmas.apply(connection, busyTimeout);
          }
        });
  }

  /**
   * A connection to a database that was looked at before and found to be one to adopt, whatever its
   * header says.
   */
  static Connection openUnmarked(Path file, Duration busyTimeout) {
    return opened(file, busyTimeout, connection -> Pragmas.apply(connection, busyTimeout));
  }

  /** A connection without any of our settings, so that opening it changes nothing. */
  static Connection openAsItIs(Path file, Duration busyTimeout) {
    return opened(file, busyTimeout, connection -> {});
  }

  /**
   * A connection that only reads, to a file that need not be ours and that others may write to. It
   * leaves the file as it is; beside one in WAL mode SQLite may leave an empty log.
   */
  static Connection openToRead(Path file) {
    return opened(file, Connections::toRead, connection -> {});
  }

  /**
   * A connection that reads a file by itself, without a log, and neither takes a lock nor makes
   * anything beside it. Nobody may write to it meanwhile.
   */
  static Connection openLone(Path file) {
    return opened(file, Connections::alone, connection -> {});
  }

  /**
   * A connection that only reads an Engine database of this version as it lies there: what is in a
   * log is not seen, nor what anybody writes meanwhile. Nothing is made beside the file.
   */
  static Connection openAsItLies(Path file) {
    return opened(
        file,
        Connections::alone,
        connection -> {
          requireCurrent(file, connection);
        });
  }

  /** Whether nothing was ever stored in the file. */
  static boolean isEmpty(Connection connection) throws SQLException {
    return header(connection, "application_id") == 0
        && header(connection, "user_version") == 0
        && header(connection, "schema_version") == 0;
  }

  /** A number from the file's header, such as {@code user_version}. */
  static int header(Connection connection, String pragma) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA " + pragma)) {
      return row.getInt(1);
    }
  }

  private static void applyInTurn(Path file, Connection connection, Duration patience)
      throws SQLException {
    try (WriteTurns turns = SharedTurns.of(file, patience)) {
      turns.take();
      try {
        Pragmas.apply(connection, patience);
      } finally {
        turns.give();
      }
    }
  }

  private interface Preparation {
    void apply(Connection connection) throws SQLException;
  }

  private interface Opening {
    Connection of(Path file) throws SQLException;
  }

  private static Connection opened(Path file, Duration busyTimeout, Preparation preparation) {
    return opened(file, found -> existing(found, busyTimeout), preparation);
  }

  private static Connection opened(Path file, Opening opening, Preparation preparation) {
    if (!Files.exists(file)) {
      throw new StorageUnavailable(
          "there is no database at %s: `engine init` makes one".formatted(file));
    }
    try {
      Connection connection = opening.of(file);
      boolean isReady = false;
      try {
        SqliteRelease.of(connection).requireSound();
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

  private static Connection existing(Path file, Duration busyTimeout) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.resetOpenMode(SQLiteOpenMode.CREATE); // a mistyped path must not become a database
    return connection(config, file, busyTimeout, "");
  }

  /**
   * With SQLite's locks if it can be. A file in WAL mode cannot be read so where nothing can be
   * made beside it: if no log stands there either, nobody is writing.
   */
  private static Connection toRead(Path file) throws SQLException {
    try {
      return readOnce(file, "");
    } catch (SQLException failure) {
      boolean isWanting = isForWantOfRights(failure) || StorageFailures.isForWantOfRoom(failure);
      if (!isWanting || DatabaseFiles.hasLog(file)) {
        throw failure;
      }
      return alone(file);
    }
  }

  private static Connection alone(Path file) throws SQLException {
    return readOnce(file, AS_IT_LIES);
  }

  /** Read from once, for only that shows whether the file can be read, and is a database. */
  private static Connection readOnce(Path file, String parameters) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    Connection connection = connection(config, file, READING, parameters);
    try {
      header(connection, "schema_version");
      return connection;
    } catch (SQLException failure) {
      connection.close();
      throw failure;
    }
  }

  private static boolean isForWantOfRights(SQLException failure) {
    SQLiteErrorCode code = StorageFailures.primaryCode(failure);
    return code == SQLiteErrorCode.SQLITE_CANTOPEN || code == SQLiteErrorCode.SQLITE_READONLY;
  }

  /**
   * By URI, in which a path cannot pass for parameters: the driver takes a ? for their beginning.
   * The timeout holds from the first read on; without it the driver has one of its own.
   */
  private static Connection connection(
      SQLiteConfig config, Path file, Duration busyTimeout, String parameters) throws SQLException {
    config.setBusyTimeout(Math.toIntExact(busyTimeout.toMillis()));
    config.setGetGeneratedKeys(false); // else the driver asks for one after each insert
    config.setOpenMode(SQLiteOpenMode.OPEN_URI);
    return config.createConnection("jdbc:sqlite:" + file.toAbsolutePath().toUri() + parameters);
  }

  /**
   * @throws StorageRefused if {@code file} is not Engine's
   */
  static void requireOurs(Path file, Connection connection) throws SQLException {
    int applicationId = header(connection, "application_id");
    if (applicationId != SchemaVersion.APPLICATION_ID) {
      throw new StorageRefused(
          "%s is not an Engine database: its application_id must be %d, got %d"
              .formatted(file, SchemaVersion.APPLICATION_ID, applicationId));
    }
  }

  /**
   * @throws StorageRefused if {@code file} is not Engine's, or of a newer Engine
   */
  static void requireKnown(Path file, Connection connection) throws SQLException {
    requireOurs(file, connection);
    requireNotNewer(file, header(connection, "user_version"));
  }

  /**
   * @param version that {@code file} says it has
   * @throws StorageRefused if it is one of a newer Engine
   */
  static void requireNotNewer(Path file, int version) {
    if (version > SchemaVersion.CURRENT) {
      throw new StorageRefused(
          "database %s was made by a newer Engine: its schema is at %d, this program knows %d"
              .formatted(file, version, SchemaVersion.CURRENT));
    }
  }

  private static void requireCurrent(Path file, Connection connection) throws SQLException {
    requireOurs(file, connection);
    int version = header(connection, "user_version");
    requireNotNewer(file, version);
    if (version < SchemaVersion.CURRENT) {
      throw new StorageRefused(
          "database %s is of an older Engine: its schema is at %d, this program needs %d; `engine db"
                  .formatted(file, version, SchemaVersion.CURRENT)
              + " migrate` brings it up");
    }
  }
}
