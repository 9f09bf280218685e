package dev.engine.persistence;

import dev.engine.domain.database.Progress;
import dev.engine.domain.database.TableRows;
import dev.engine.domain.database.Verification;
import dev.engine.domain.error.EngineException.StorageRefused;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A look at every page and every row. */
final class Inspection {

  /** More of a kind do not help to see what happened. */
  private static final int MOST_PROBLEMS = 100;

  private static final String SOUND = "ok";

  private Inspection() {}

  /**
   * Inspects a file that nobody writes to; it is not changed.
   *
   * @throws StorageRefused if it is not an Engine database
   */
  static Verification of(Path file, Progress progress) {
    try (Connection connection = Connections.openToRead(file)) {
      Connections.requireOurs(file, connection);
      return of(connection, file, progress);
    } catch (SQLException failure) {
      throw StorageFailures.of(file, failure);
    }
  }

  /**
   * Inspects an open file.
   *
   * @param progress in tables
   */
  static Verification of(Connection connection, Path file, Progress progress) throws SQLException {
    int version = Connections.header(connection, "user_version");
    List<String> problems = new ArrayList<>();
    List<TableRows> rows = new ArrayList<>();
    try {
      List<String> tables = StoredTables.names(connection);
      long steps = tables.size() + 1L;
      problems.addAll(brokenPages(connection));
      progress.report(1, steps);
      for (String table : tables) {
        rows.add(StoredTables.rows(connection, table));
        problems.addAll(orphans(connection, table));
        progress.report(1L + rows.size(), steps);
      }
    } catch (SQLException damage) {
      problems.add(file.getFileName() + " cannot be read to its end: " + damage.getMessage());
    }
    return new Verification(file, version, rows, problems);
  }

  /** The problems that show without comparing indexes with their tables. */
  static List<String> quick(Connection connection) throws SQLException {
    return problems(connection, "quick_check");
  }

  private static List<String> brokenPages(Connection connection) throws SQLException {
    return problems(connection, "integrity_check");
  }

  private static List<String> problems(Connection connection, String check) throws SQLException {
    return Sql.list(
            connection, row -> row.getString(1), "PRAGMA %s(%d)".formatted(check, MOST_PROBLEMS))
        .stream()
        .filter(line -> !line.equals(SOUND))
        .toList();
  }

  private static List<String> orphans(Connection connection, String table) throws SQLException {
    return Sql.list(
        connection,
        row ->
            "a row of %s refers to one of %s that is not there".formatted(table, row.getString(1)),
        "SELECT parent FROM pragma_foreign_key_check(?) LIMIT " + MOST_PROBLEMS,
        table);
  }
}
