package dev.engine.persistence;

import dev.engine.domain.database.Migrating;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** A database as an older Engine has left it, for experiments on how it is brought up. */
final class OldDatabase {

  /** Before conversations: nearly every table is changed since, and the rows of two are moved. */
  private static final int VERSION = 9;

  private static final List<String> ROWS =
      List.of(
          """
          INSERT INTO sessions (id, claude_session_id, role, mode, current_state, started_at,
            last_seen_at)
          WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
          SELECT printf('%08x', i), 'claude-' || i, 'builder', 'interactive', 'idle',
            '2026-01-05T12:00:00.000Z', '2026-01-05T12:00:00.000Z'
          FROM n
          """,
          """
          INSERT INTO priorities (id, content, level, created_at)
          WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
          SELECT printf('%08x', i), 'Priority ' || i, 'high', '2026-01-05T12:00:00.000Z'
          FROM n
          """,
          """
          INSERT INTO session_notifications (id, session_id, notification_type, entity_id,
            created_at)
          WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
          SELECT printf('%08x', i), printf('%08x', i), 'message', 'about ' || i,
            '2026-01-05T12:00:00.000Z'
          FROM n
          """);

  private OldDatabase() {}

  static void make(Path file, Duration patience, Copies copies, int count) {
    MigrationScripts scripts =
        new MigrationScripts(
            MigrationScripts.packed().all().stream()
                .filter(script -> script.number().value() <= VERSION)
                .toList());
    Migrating made = new Migrator(file, patience, scripts, copies).migrate();
    if (!(made instanceof Migrating.Migrated)) {
      throw new IllegalArgumentException("there is a database at " + file);
    }
    try (Connection connection = Connections.openAnyAge(file, patience)) {
      for (String rows : ROWS) {
        Sql.update(connection, rows, count);
      }
    } catch (SQLException failure) {
      throw StorageFailures.of(file, failure);
    }
  }
}
