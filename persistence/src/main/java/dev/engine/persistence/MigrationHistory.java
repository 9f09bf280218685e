package dev.engine.persistence;

import dev.engine.domain.database.AppliedMigration;
import dev.engine.domain.database.MigrationNumber;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a file says it has gone through. Read from Flyway's table without Flyway, whose start would
 * cost a status line half a second.
 *
 * @param applied when each was, by number
 */
record MigrationHistory(Map<MigrationNumber, Instant> applied) {

  /** The table that Flyway keeps. */
  static final String TABLE = "flyway_schema_history";

  private record Entry(int number, boolean isBaseline, Instant at) {}

  /** The history in a file; none if it has no table for it. */
  static Optional<MigrationHistory> of(Connection connection, MigrationScripts scripts)
      throws SQLException {
    if (!StoredTables.exists(connection, TABLE)) {
      return Optional.empty();
    }
    List<Entry> entries =
        Sql.list(
            connection,
            MigrationHistory::entry,
            "SELECT version, type, installed_on FROM %s WHERE success ORDER BY installed_rank"
                .formatted(TABLE));
    Map<MigrationNumber, Instant> applied = new TreeMap<>();
    for (Entry entry : entries) {
      if (entry.isBaseline()) {
        scripts
            .freeUpTo(entry.number())
            .forEach(script -> applied.put(script.number(), entry.at()));
      } else {
        applied.put(new MigrationNumber(entry.number()), entry.at());
      }
    }
    return Optional.of(new MigrationHistory(applied));
  }

  /** The history of a file that has none. */
  static MigrationHistory none() {
    return new MigrationHistory(Map.of());
  }

  boolean has(MigrationNumber number) {
    return applied.containsKey(number);
  }

  Set<MigrationNumber> numbers() {
    return applied.keySet();
  }

  /** Those of {@code scripts} that are applied, by number. */
  List<AppliedMigration> applied(MigrationScripts scripts) {
    return scripts.all().stream()
        .filter(script -> has(script.number()))
        .map(
            script ->
                new AppliedMigration(
                    script.migration(), applied.getOrDefault(script.number(), Instant.EPOCH)))
        .toList();
  }

  /** Those of {@code scripts} that need nobody's word and are not applied, by number. */
  List<MigrationScript> pending(MigrationScripts scripts) {
    return scripts.free().stream().filter(script -> !has(script.number())).toList();
  }

  /** Those of {@code scripts} that wait for the person's word, by number. */
  List<MigrationScript> held(MigrationScripts scripts) {
    return scripts.all().stream()
        .filter(script -> script.isHeld() && !has(script.number()))
        .toList();
  }

  private static Entry entry(ResultSet row) throws SQLException {
    // SQLite writes 2026-01-05 12:00:00.000, in UTC.
    Instant at = Instant.parse(row.getString("installed_on").replace(' ', 'T') + "Z");
    return new Entry(
        Integer.parseInt(row.getString("version")), "BASELINE".equals(row.getString("type")), at);
  }
}
