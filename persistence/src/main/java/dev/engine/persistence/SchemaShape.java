package dev.engine.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a schema says, whatever way it came about: the same columns in another order or with other
 * white space are the same shape.
 *
 * @param parts what each table, column, constraint, index and trigger is, under a name that a
 *     person can read, such as {@code column sessions.pid}
 */
record SchemaShape(Map<String, String> parts) {

  /** What a definition inside a table begins with if it is not a column. */
  private static final Set<String> CONSTRAINT_WORDS =
      Set.of("constraint", "primary", "unique", "check", "foreign");

  private record Entry(String type, String name, String sql) {}

  SchemaShape {
    parts = Map.copyOf(parts);
  }

  /** The shape of an open file, without the tables of SQLite and Flyway. */
  static SchemaShape of(Connection connection) throws SQLException {
    List<Entry> entries =
        Sql.list(
            connection,
            row -> new Entry(row.getString("type"), row.getString("name"), row.getString("sql")),
            """
            SELECT type, name, sql FROM sqlite_schema
            WHERE sql IS NOT NULL AND name NOT GLOB 'sqlite_*' AND tbl_name <> ?
            """,
            MigrationHistory.TABLE);
    Map<String, String> parts = new TreeMap<>();
    for (Entry entry : entries) {
      List<String> tokens = SqlTokens.of(entry.sql());
      if (entry.type().equals("table") && tokens.get(1).equals("table")) {
        addTable(parts, entry.name(), tokens);
      } else {
        parts.put(entry.type() + " " + entry.name(), SqlTokens.line(tokens));
      }
    }
    return new SchemaShape(parts);
  }

  /** How {@code found} is not this shape, one line each, in the order of the names. */
  List<String> differencesOf(SchemaShape found) {
    Set<String> names = new TreeSet<>(parts.keySet());
    names.addAll(found.parts.keySet());
    List<String> differences = new ArrayList<>();
    for (String name : names) {
      String expected = parts.get(name);
      String got = found.parts.get(name);
      if (expected == null) {
        differences.add("%s is too much: %s".formatted(name, got));
      } else if (got == null) {
        differences.add("%s is missing: %s".formatted(name, expected));
      } else if (!expected.equals(got)) {
        differences.add("%s must be %s, is %s".formatted(name, expected, got));
      }
    }
    return differences;
  }

  private static void addTable(Map<String, String> parts, String table, List<String> tokens) {
    int open = tokens.indexOf("(");
    int close = tokens.lastIndexOf(")");
    for (List<String> definition : SqlTokens.split(tokens.subList(open + 1, close))) {
      String line = SqlTokens.line(definition);
      if (CONSTRAINT_WORDS.contains(definition.getFirst())) {
        parts.put("constraint %s of %s".formatted(line, table), line);
      } else {
        List<String> type = definition.subList(1, definition.size());
        parts.put(
            "column %s.%s".formatted(table, definition.getFirst()),
            type.isEmpty() ? "of any type" : SqlTokens.line(type));
      }
    }
    parts.put("table " + table, options(tokens.subList(close + 1, tokens.size())));
  }

  private static String options(List<String> tokens) {
    Set<String> options = new TreeSet<>();
    SqlTokens.split(tokens).forEach(option -> options.add(SqlTokens.line(option)));
    return options.isEmpty() ? "plain" : String.join(", ", options);
  }
}
