package dev.engine.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Statements as text, for the ports that a hook needs: jOOQ alone would take a one-shot hook from 2
 * to 5 times the start of a JVM (ADR 0007). Everything else is written in jOOQ.
 */
final class Sql {

  /** Reads one row; the cursor stands on it and must not be moved. */
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  private Sql() {}

  /** The rows of a query, in its order. */
  static <T> List<T> list(
      Connection connection, Row<T> mapper, String query, @Nullable Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      bind(statement, parameters);
      List<T> rows = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          rows.add(mapper.read(row));
        }
      }
      return rows;
    }
  }

  /** The first row of a query. */
  static <T> Optional<T> first(
      Connection connection, Row<T> mapper, String query, @Nullable Object... parameters)
      throws SQLException {
    return list(connection, mapper, query, parameters).stream().findFirst();
  }

  /** Whether a query finds a row. */
  static boolean exists(Connection connection, String query, @Nullable Object... parameters)
      throws SQLException {
    return first(connection, row -> true, query, parameters).isPresent();
  }

  /** How many rows the statement changed. */
  static int update(Connection connection, String statement, @Nullable Object... parameters)
      throws SQLException {
    try (PreparedStatement prepared = connection.prepareStatement(statement)) {
      bind(prepared, parameters);
      return prepared.executeUpdate();
    }
  }

  private static void bind(PreparedStatement statement, @Nullable Object... parameters)
      throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
  }
}
