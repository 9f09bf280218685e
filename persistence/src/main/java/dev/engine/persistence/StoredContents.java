package dev.engine.persistence;

import dev.engine.domain.Sha256;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All that a file stores, in a form in which it can be compared with what it should. */
final class StoredContents {

  /** As it was written: the same migrations leave the same text. */
  private static final String SCHEMA = "SELECT type, name, tbl_name, sql FROM sqlite_schema";

  private StoredContents() {}

  /**
   * A fingerprint (hex digits, for the schema after its version) of the rows of each table, by its
   * name, of the {@code schema}, and of the history of {@code migrations} without its times.
   * Nothing for a file in which nothing was ever stored.
   */
  static Map<String, String> of(Connection connection) throws SQLException {
    if (Connections.isEmpty(connection)) {
      return Map.of();
    }
    Map<String, String> parts = new TreeMap<>();
    int version = Connections.header(connection, "user_version");
    parts.put("schema", version + " " + rows(connection, SCHEMA));
    for (String table : StoredTables.names(connection)) {
      parts.put(table, rows(connection, "SELECT * FROM " + StoredTables.quoted(table)));
    }
    if (StoredTables.exists(connection, MigrationHistory.TABLE)) {
      String history = "SELECT version, script, checksum, success FROM " + MigrationHistory.TABLE;
      parts.put("migrations", rows(connection, history));
    }
    return Map.copyOf(parts);
  }

  private static String rows(Connection connection, String query) throws SQLException {
    // Sorted here: which order the rows have in the file is no part of what is stored.
    List<String> lines = Sql.list(connection, StoredContents::line, query);
    return Sha256.hexOf(lines.stream().sorted().collect(Collectors.joining("\n")));
  }

  private static String line(ResultSet row) throws SQLException {
    StringBuilder line = new StringBuilder();
    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
      line.append('|').append(row.getString(i));
    }
    return line.toString();
  }
}
