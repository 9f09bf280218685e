package dev.engine.persistence;

import dev.engine.domain.database.MigrationNumber;
import dev.engine.domain.database.TableRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/**
 * What a held migration would drop although what replaces it does not have it.
 *
 * @param table that would be dropped
 * @param count of its rows that have no partner
 */
record RowParity(String table, String count) {

  /**
   * The keys under which 027 carried a row over, spelled as there. Of two rows that say the same it
   * took one, so that it is the key that must be found, not the id.
   */
  private static final RowParity SESSION_NOTIFICATIONS =
      new RowParity(
          "session_notifications",
          """
          WITH
            undelivered AS (
              SELECT
                session_notifications.id,
                sessions.conversation_id,
                lower(replace(session_notifications.notification_type, '-', '_')) AS type,
                nullif(session_notifications.entity_id, '') AS entity_id
              FROM session_notifications
              JOIN sessions ON sessions.id = session_notifications.session_id
              WHERE session_notifications.notified_at IS NULL
            ),
            expected AS (
              SELECT
                conversation_id,
                CASE WHEN type GLOB '*[^a-z0-9_]*' THEN 'message' ELSE type END AS type,
                CASE
                  WHEN type GLOB '*[^a-z0-9_]*' OR entity_id IS NULL OR length(entity_id) > 128 THEN id
                  ELSE entity_id
                END AS entity_id
              FROM undelivered
            )
          SELECT count(*)
          FROM expected
          WHERE NOT EXISTS (
            SELECT 1
            FROM conversation_notifications AS partner
            WHERE partner.conversation_id = expected.conversation_id
              AND partner.notification_type = expected.type
              AND partner.entity_id = expected.entity_id
          )
          """);

  private static final Map<MigrationNumber, RowParity> BY_MIGRATION =
      Map.of(new MigrationNumber(29), SESSION_NOTIFICATIONS);

  /** Whether what {@code migration} drops can be compared with what replaces it. */
  static boolean isKnownFor(MigrationNumber migration) {
    return BY_MIGRATION.containsKey(migration);
  }

  /** The rows that {@code migration} would lose, if there are any. */
  static Optional<TableRows> lostBy(MigrationNumber migration, Connection connection)
      throws SQLException {
    RowParity parity = BY_MIGRATION.get(migration);
    if (parity == null) {
      return Optional.empty();
    }
    long lost = StoredTables.number(connection, parity.count());
    return lost == 0 ? Optional.empty() : Optional.of(new TableRows(parity.table(), lost));
  }
}
