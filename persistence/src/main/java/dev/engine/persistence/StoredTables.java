package dev.engine.persistence;

import dev.engine.domain.database.TableRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The tables of a file, as far as they hold what users stored. */
final class StoredTables {

  private StoredTables() {}

  /** The names of all tables but SQLite's and Flyway's own, in their order. */
  static List<String> names(Connection connection) throws SQLException {
    return names(connection, "main");
  }

  /**
   * As {@link #names(Connection)}, of an attached file.
   *
   * @param schema the name that it is attached by
   */
  static List<String> names(Connection connection, String schema) throws SQLException {
    return Sql.list(
        connection,
        row -> row.getString("name"),
        """
        SELECT name FROM %s.sqlite_schema
        WHERE type = 'table' AND name NOT GLOB 'sqlite_*' AND name <> ?
        ORDER BY name
        """
            .formatted(schema),
        MigrationHistory.TABLE);
  }

  static boolean exists(Connection connection, String table) throws SQLException {
    return Sql.first(
            connection,
            row -> row.getString("name"),
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name = ?",
            table)
        .isPresent();
  }

  /** How many rows each table has, by name. */
  static List<TableRows> rows(Connection connection) throws SQLException {
    List<TableRows> rows = new ArrayList<>();
    for (String table : names(connection)) {
      rows.add(rows(connection, table));
    }
    return rows;
  }

  static TableRows rows(Connection connection, String table) throws SQLException {
    return new TableRows(table, number(connection, "SELECT count(*) FROM " + quoted(table)));
  }

  /** Whether there is any row to lose. */
  static boolean hasRows(Connection connection) throws SQLException {
    for (String table : names(connection)) {
      if (number(connection, "SELECT EXISTS (SELECT 1 FROM %s)".formatted(quoted(table))) == 1) {
        return true;
      }
    }
    return false;
  }

  /** The only number that a query answers. */
  static long number(Connection connection, String query) throws SQLException {
    return Sql.first(connection, row -> row.getLong(1), query).orElse(0L);
  }

  /** A name as SQL takes it, whatever is in it. */
  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
