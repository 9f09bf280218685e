package dev.engine.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sqlite.SQLiteConfig;

/**
 * The schema of each version there has been.
 *
 * @param byVersion the shape after each migration that is not held, by its number
 */
record KnownSchemas(Map<Integer, SchemaShape> byVersion) {

  /** The version that a schema comes nearest to, and what it is not. */
  record Nearest(int version, List<String> differences) {}

  /** Applies {@code scripts} one by one to a scratch database in memory. */
  static KnownSchemas of(MigrationScripts scripts) throws SQLException {
    try (Connection scratch = new SQLiteConfig().createConnection("jdbc:sqlite::memory:");
        Statement statement = scratch.createStatement()) {
      Map<Integer, SchemaShape> byVersion = new TreeMap<>();
      for (MigrationScript script : scripts.free()) {
        statement.executeUpdate(script.sql());
        byVersion.put(script.number().value(), SchemaShape.of(scratch));
      }
      return new KnownSchemas(byVersion);
    }
  }

  /** The last version that {@code found} is equal to, if there is one. */
  Optional<Integer> equalTo(SchemaShape found) {
    return byVersion.entrySet().stream()
        .filter(known -> known.getValue().equals(found))
        .map(Map.Entry::getKey)
        .max(Comparator.naturalOrder());
  }

  /** The version with the fewest differences; of several the last. */
  Nearest nearest(SchemaShape found) {
    return byVersion.entrySet().stream()
        .map(known -> new Nearest(known.getKey(), known.getValue().differencesOf(found)))
        .min(
            Comparator.<Nearest>comparingInt(near -> near.differences().size())
                .thenComparing(Nearest::version, Comparator.reverseOrder()))
        .orElseThrow();
  }
}
