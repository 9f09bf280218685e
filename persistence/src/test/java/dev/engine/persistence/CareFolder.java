package dev.engine.persistence;

import dev.engine.domain.database.Backups;
import dev.engine.domain.database.DatabaseKeeper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Predicate;

/**
 * A folder with a database to take care of, which is not there yet.
 *
 * @param file where it will be
 */
record CareFolder(Path file) {

  static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

  /** The version that all migrations which are not held lead to. */
  static final int NEWEST = SchemaVersion.CURRENT;

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  static CareFolder in(Path folder) {
    return new CareFolder(folder.resolve("data/db/system.db"));
  }

  DatabaseKeeper keeper() {
    return database().keeper();
  }

  DatabaseKeeper keeper(MigrationScripts scripts) {
    return database().keeper(scripts);
  }

  Backups backups() {
    return database().backups();
  }

  /** One that does not wait for others. */
  SqliteDatabase impatient() {
    return new SqliteDatabase(file, Duration.ofMillis(100), InstantSource.fixed(NOON));
  }

  /** The same at another time. */
  SqliteDatabase at(Instant time) {
    return new SqliteDatabase(file, PATIENCE, InstantSource.fixed(time));
  }

  private SqliteDatabase database() {
    return new SqliteDatabase(file, PATIENCE, InstantSource.fixed(NOON));
  }

  /** The migrations that are packed and pass {@code test}. */
  static MigrationScripts scripts(Predicate<MigrationScript> test) {
    return new MigrationScripts(MigrationScripts.packed().all().stream().filter(test).toList());
  }

  static MigrationScripts upTo(int number) {
    return scripts(script -> script.number().value() <= number);
  }

  /** How many migrations a plain run applies to a file that has none. */
  static int freeCount() {
    return MigrationScripts.packed().free().size();
  }

  /** The file name of a migration that would be the next after those that are packed. */
  static String nextScript(String name) {
    return "%03d_%s.sql".formatted(NEWEST + 1, name);
  }

  /** The numbers, in order, that a plain run applies to a file that is at {@code number}. */
  static List<Integer> freeAfter(int number) {
    return MigrationScripts.packed().free().stream()
        .map(script -> script.number().value())
        .filter(next -> next > number)
        .toList();
  }

  /** Makes {@code file} by the migrations up to {@code number} in plain SQL, without history. */
  static void buildByHand(Path file, int number) {
    DatabaseFiles.createIfMissing(file);
    run(file, upTo(number).free().stream().map(MigrationScript::sql).toArray(String[]::new));
  }

  /** Runs statements on a connection of their own. */
  static void run(Path file, String... statements) {
    try (Connection connection = connect(file);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.executeUpdate(sql);
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Rows of a query, their columns joined by a bar. */
  static List<String> query(Path file, String query) {
    try (Connection connection = connect(file)) {
      return Sql.list(
          connection,
          row -> {
            StringBuilder line = new StringBuilder(String.valueOf(row.getString(1)));
            for (int i = 2; i <= row.getMetaData().getColumnCount(); i++) {
              line.append('|').append(row.getString(i));
            }
            return line.toString();
          },
          query);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  static SchemaShape shape(Path file) {
    try (Connection connection = connect(file)) {
      return SchemaShape.of(connection);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Flips one bit in the last text of a file that nobody has open. */
  static void flip(Path file) {
    try {
      byte[] content = Files.readAllBytes(file);
      content[content.length - 1] ^= 1;
      Files.write(file, content);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static Connection connect(Path file) throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file);
  }

  /** A statement that adds a session, at the newest version. */
  static String session(String id, String conversation) {
    return """
    INSERT INTO sessions (id, claude_session_id, role, mode, current_state, started_at,
      last_seen_at, conversation_id, continuation)
    VALUES ('%s', 'claude-%s', 'builder', 'interactive', 'idle', '2026-01-05T12:00:00.000Z',
      '2026-01-05T12:00:00.000Z', '%s', 'startup')
    """
        .formatted(id, id, conversation);
  }
}
