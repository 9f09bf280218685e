package dev.engine.persistence;

import dev.engine.domain.database.Migration;
import dev.engine.domain.database.MigrationNumber;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The file of a migration.
 *
 * @param fileName {@code NNN_description.sql}
 * @param heldFor why it waits for the person's word; null if it does not
 */
record MigrationScript(Migration migration, String fileName, String sql, @Nullable String heldFor) {

  private static final Pattern NAME = Pattern.compile("([0-9]{3})_([a-z0-9_]+)\\.sql");
  private static final String HELD = "-- held:";
  private static final Pattern DROPPED =
      Pattern.compile("(?im)^\\s*DROP\\s+TABLE\\s+(?:IF\\s+EXISTS\\s+)?(\\w+)");

  static MigrationScript of(String fileName, String sql) {
    Matcher name = NAME.matcher(fileName);
    if (!name.matches()) {
      throw new IllegalStateException("a migration is called NNN_description.sql: " + fileName);
    }
    Migration migration =
        new Migration(MigrationNumber.parse(name.group(1)), name.group(2).replace('_', ' '));
    return new MigrationScript(migration, fileName, sql, heldFor(sql));
  }

  boolean isHeld() {
    return heldFor != null;
  }

  MigrationNumber number() {
    return migration.number();
  }

  /** The tables that it drops, in its order. */
  List<String> drops() {
    return DROPPED.matcher(sql).results().map(dropped -> dropped.group(1)).toList();
  }

  private static @Nullable String heldFor(String sql) {
    String firstLine = sql.lines().findFirst().orElse("");
    return firstLine.startsWith(HELD) ? firstLine.substring(HELD.length()).strip() : null;
  }
}
