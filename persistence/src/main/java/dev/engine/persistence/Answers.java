package dev.engine.persistence;

import dev.engine.domain.database.BackupSeal;
import dev.engine.domain.database.Progress;
import dev.engine.domain.database.TableRows;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a database answers to a fixed set of questions: how many rows each table has, its first and
 * its last rows in whole, and where the journal ends.
 *
 * @param rows of every table, by name
 * @param lists rows in whole, each a line, by the table and the end that they are of
 */
record Answers(List<TableRows> rows, Map<String, List<String>> lists, long journalHead) {

  /** Of each end of a table. */
  private static final int LISTED = 100;

  /**
   * Asks.
   *
   * @param progress in tables
   */
  static Answers of(Connection connection, Progress progress) throws SQLException {
    List<String> tables = StoredTables.names(connection);
    List<TableRows> rows = new ArrayList<>();
    Map<String, List<String>> lists = new LinkedHashMap<>();
    for (String table : tables) {
      rows.add(StoredTables.rows(connection, table));
      lists.put("the first rows of " + table, list(connection, table, "ASC"));
      lists.put("the last rows of " + table, list(connection, table, "DESC"));
      progress.report(rows.size(), Math.max(1, tables.size()));
    }
    return new Answers(rows, lists, Witness.journalHead(connection));
  }

  /** How many questions were asked. */
  int count() {
    return rows.size() + lists.size() + 1;
  }

  /** To what {@code other} answers otherwise, one line each. */
  List<String> differences(Answers other) {
    List<String> differences = new ArrayList<>(differences(rows, other.rows()));
    lists.forEach(
        (question, expected) -> {
          if (!expected.equals(other.lists().get(question))) {
            differences.add(question + " are others once restored");
          }
        });
    addHead(differences, journalHead, other.journalHead());
    return differences;
  }

  /** In what these differ from what was counted when the backup was taken, one line each. */
  List<String> differences(BackupSeal seal) {
    List<String> differences = new ArrayList<>(differences(seal.rows(), rows));
    addHead(differences, seal.journalHead(), journalHead);
    return differences;
  }

  private static List<String> differences(List<TableRows> expected, List<TableRows> got) {
    Map<String, Long> counted =
        got.stream().collect(Collectors.toMap(TableRows::table, TableRows::rows));
    return expected.stream()
        .filter(one -> counted.getOrDefault(one.table(), -1L) != one.rows())
        .map(
            one ->
                "%s had %,d rows and has %,d"
                    .formatted(one.table(), one.rows(), counted.getOrDefault(one.table(), 0L)))
        .toList();
  }

  private static void addHead(List<String> differences, long expected, long got) {
    if (expected != got) {
      differences.add("the journal ended at %d and ends at %d".formatted(expected, got));
    }
  }

  /** By the primary key, which every table of ours has, or by the number of the row. */
  private static List<String> list(Connection connection, String table, String order)
      throws SQLException {
    String key =
        Sql.list(
                connection,
                row -> StoredTables.quoted(row.getString("name")) + " " + order,
                "SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk",
                table)
            .stream()
            .collect(Collectors.joining(", "));
    return Sql.list(
        connection,
        Answers::line,
        "SELECT * FROM %s ORDER BY %s LIMIT %d"
            .formatted(StoredTables.quoted(table), key.isEmpty() ? "rowid " + order : key, LISTED));
  }

  private static String line(ResultSet row) throws SQLException {
    StringBuilder line = new StringBuilder();
    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
      line.append(row.getString(i)).append('\u001f');
    }
    return line.toString();
  }
}
