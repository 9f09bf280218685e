package dev.engine.persistence;

import dev.engine.domain.database.Progress;
import dev.engine.domain.database.TableRows;
import dev.engine.domain.error.EngineException.StorageRefused;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Rows carried from one file into another, as far as the other has a place for them.
 *
 * @param copied the rows carried over, by table
 * @param leftBehind tables and columns with rows that had no place, one line each
 */
record RowTransfer(List<TableRows> copied, List<String> leftBehind) {

  private static final String FROM = "old";

  /**
   * Copies every row of the file {@code old} into the open one, whose tables are empty.
   *
   * @throws StorageRefused if rows went missing
   */
  static RowTransfer run(Connection connection, Path old, Progress progress) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      // Rows come table by table: whether they fit together is looked at when all are there.
      statement.execute("PRAGMA foreign_keys = OFF");
      Sql.update(connection, "ATTACH DATABASE ? AS " + FROM, old.toString());
      statement.execute("BEGIN IMMEDIATE");
      RowTransfer moved = copy(connection, progress);
      statement.execute("COMMIT");
      statement.execute("DETACH DATABASE " + FROM);
      return moved;
    }
  }

  private static RowTransfer copy(Connection connection, Progress progress) throws SQLException {
    List<TableRows> copied = new ArrayList<>();
    List<String> leftBehind = new ArrayList<>();
    List<TableRows> there = rows(connection);
    long total = Math.max(1, there.stream().mapToLong(TableRows::rows).sum());
    long done = 0;
    for (TableRows table : there) {
      List<String> places = columns(connection, table.table(), "main");
      if (places.isEmpty()) {
        leftBehind.add("table %s with %,d rows".formatted(table.table(), table.rows()));
      } else {
        copied.add(copy(connection, table, places, leftBehind));
      }
      done += table.rows();
      progress.report(done, total);
    }
    return new RowTransfer(List.copyOf(copied), List.copyOf(leftBehind));
  }

  private static TableRows copy(
      Connection connection, TableRows table, List<String> places, List<String> leftBehind)
      throws SQLException {
    List<String> columns = columns(connection, table.table(), FROM);
    columns.stream()
        .filter(column -> !places.contains(column))
        .forEach(column -> leftBehind.add("column %s.%s".formatted(table.table(), column)));
    String name = StoredTables.quoted(table.table());
    String kept =
        columns.stream()
            .filter(places::contains)
            .map(StoredTables::quoted)
            .collect(Collectors.joining(", "));
    int rows =
        Sql.update(
            connection,
            "INSERT INTO main.%s (%s) SELECT %s FROM %s.%s"
                .formatted(name, kept, kept, FROM, name));
    if (rows != table.rows()) {
      throw new StorageRefused(
          "%s has %,d rows, of which %,d came over, so the old file stays"
              .formatted(table.table(), table.rows(), rows));
    }
    return table;
  }

  /** The tables of the old file that have rows. */
  private static List<TableRows> rows(Connection connection) throws SQLException {
    List<TableRows> rows = new ArrayList<>();
    for (String table : StoredTables.names(connection, FROM)) {
      long count =
          StoredTables.number(
              connection, "SELECT count(*) FROM %s.%s".formatted(FROM, StoredTables.quoted(table)));
      if (count > 0) {
        rows.add(new TableRows(table, count));
      }
    }
    return rows;
  }

  private static List<String> columns(Connection connection, String table, String schema)
      throws SQLException {
    return Sql.list(
        connection,
        row -> row.getString("name"),
        "SELECT name FROM pragma_table_info(?, ?) ORDER BY cid",
        table,
        schema);
  }
}
