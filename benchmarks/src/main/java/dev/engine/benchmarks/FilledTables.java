package dev.engine.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;

/**
 * Rows for every table that grows, as many as are wanted, made by SQLite alone. Row {@code i} (1 to
 * the number of rows) has the same id and time in each table. The last ones are what is under way:
 * {@value #LIVE} live sessions, {@value #WAITING} of everything else that waits for somebody.
 */
final class FilledTables {

  static final int LIVE = 50;
  static final int WAITING = 20;

  /** How many sessions, the last ones, half of the journal is about. */
  static final int BUSY = 8;

  /** How many things run on a schedule, whatever the number of their slots. */
  static final int SCHEDULES = 20;

  /** Nobody knows more people. */
  private static final int MOST_CONTACTS = 10_000;

  private static final int CHUNK = 50_000;

  private static final long FIRST_SECOND = 1_767_614_400; // 2026-01-05T12:00:00Z

  /** Odd, so that no two of the first 2^32 numbers get the same id; ids come in no order. */
  private static final long SCATTER = 2_654_435_761L;

  /** Rows from ?1 to ?2 of ?3, with what they have in common. */
  private static final String NUMBERS =
      """
      WITH RECURSIVE n(i) AS (SELECT ?1 UNION ALL SELECT i + 1 FROM n WHERE i < ?2),
      row AS (
        SELECT
          i, ID AS id, strftime('%Y-%m-%dT%H:%M:%fZ', FIRST_SECOND + i, 'unixepoch') AS at,
          'conversation-' || (i / 4) AS conversation, ?3 - i < LIVE AS is_live,
          ?3 - i < WAITING AS waits,
          CASE WHEN ?3 - i < WAITING THEN 'running' WHEN i % 10 = 0 THEN 'failed'
            ELSE 'complete' END AS outcome
        FROM n WHERE i <= ?2)
      """
          .replace("ID AS", id("i") + " AS")
          .replace("FIRST_SECOND", Long.toString(FIRST_SECOND))
          .replace("LIVE", Integer.toString(LIVE))
          .replace("WAITING", Integer.toString(WAITING));

  private static final List<String> TABLES =
      List.of(
          """
          INSERT INTO sessions (
            id, claude_session_id, role, mode, current_state, started_at, ended_at, end_reason,
            last_seen_at, conversation_id, continuation, cwd)
          SELECT
            id, 'session-' || i,
            CASE i % 3 WHEN 0 THEN 'builder' WHEN 1 THEN 'project' ELSE 'idea' END,
            'interactive', 'idle', at, iif(is_live, NULL, at), iif(is_live, NULL, 'other'),
            at, conversation, 'startup', '/home/dev/project-' || (i % 50)
          FROM row
          """,
          """
          INSERT INTO workers (
            id, session_id, primitive, status, instructions, workspace_path, created_at, started_at,
            finished_at, conversation_id)
          SELECT
            id, id, 'build', outcome,
            'Build it', '/home/dev/out/' || id, at, at, iif(waits, NULL, at), conversation
          FROM row
          """,
          """
          INSERT INTO missions (
            id, scheduled_mission_id, slot_at, status, started_at, finished_at, summary)
          SELECT
            id, printf('%08x', i % 20), at, outcome, at, iif(waits, NULL, at), 'It went well'
          FROM row
          """,
          """
          INSERT INTO priorities (id, content, level, completed_at, created_at, pool, position)
          SELECT id, 'Finish ' || i, 'medium', iif(waits, NULL, at), at, 'main', i FROM row
          """,
          """
          INSERT INTO staged_content (
            id, kind, title, body, status, staged_at, resolved_at, conversation_id, session_id)
          SELECT
            id, 'markdown', 'Report ' || i, 'All is well.', iif(waits, 'staged', 'approved'),
            at, iif(waits, NULL, at), conversation, id
          FROM row
          """,
          """
          INSERT INTO pings (
            id, session_id, message, urgency, created_at, acknowledged_at, conversation_id, answer,
            answered_at)
          SELECT
            id, id, 'Go on with ' || i || '?', 'normal', at, iif(waits, NULL, at), conversation,
            iif(waits, NULL, 'Yes'), iif(waits, NULL, at)
          FROM row
          """,
          """
          INSERT INTO conversation_notifications (
            id, conversation_id, notification_type, entity_id, title, body, created_at, state,
            attempts, offered_at, offered_to, offered_context, offered_by, confirmed_at,
            notified_at, session_id)
          SELECT
            id, conversation, 'message', id, 'It is done', '', at,
            iif(waits, 'queued', 'confirmed'), iif(waits, 0, 1), iif(waits, NULL, at),
            iif(waits, NULL, id), iif(waits, NULL, 1), iif(waits, NULL, printf('%032x', i)),
            iif(waits, NULL, at), iif(waits, NULL, at), iif(waits, NULL, id)
          FROM row
          """,
          """
          INSERT INTO events (
            at, kind, conversation_id, session_id, entity_kind, entity_id, actor, data)
          SELECT
            at, CASE i % 3 WHEN 0 THEN 'session.active' WHEN 1 THEN 'session.tool_active'
              ELSE 'ping.sent' END,
            conversation, IDS, iif(i % 3 = 2, 'ping', NULL), iif(i % 3 = 2, id, NULL), 'hook', '{}'
          FROM row
          """
              .replace("IDS", "iif(i % 2, " + id("?3 - i / 2 % " + BUSY) + ", id)"),
          """
          INSERT INTO hook_calls (event_id, event, at, microseconds, door, outcome)
          SELECT id || printf('%024x', i), 'PreToolUse', at, 5000, 'engine', 'stored' FROM row
          """);

  private static final String CONTACTS =
      """
      INSERT INTO contacts (id, name, email, created_at, updated_at, email_normal)
      SELECT id, 'Person ' || id, id || '@example.org', at, at, id || '@example.org' FROM row
      """;

  private static final String SCHEDULED =
      """
      INSERT INTO scheduled_missions (
        id, slug, name, prompt, primitive, schedule, timezone, created_at, updated_at)
      SELECT
        printf('%08x', i - 1), 'mission-' || i, 'Mission', 'Look', 'review', 'every 15m', 'UTC', at, at
      FROM row
      """;

  private FilledTables() {}

  /** Fills the database {@code file}, which has no rows and is not open, with {@code rows} each. */
  static void fill(Path file, int rows) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement pragma = connection.createStatement()) {
      // If this process dies now, the file is of no use to anybody.
      pragma.execute("PRAGMA journal_mode = OFF");
      pragma.execute("PRAGMA synchronous = OFF");
      pragma.execute("PRAGMA cache_size = -500000");
      connection.setAutoCommit(false);
      fill(connection, SCHEDULED, SCHEDULES);
      fill(connection, CONTACTS, Math.min(rows, MOST_CONTACTS));
      for (String table : TABLES) {
        fill(connection, table, rows);
      }
      connection.setAutoCommit(true);
      pragma.execute("PRAGMA journal_mode = WAL");
    }
  }

  /** The id of row {@code number} in each table whose ids are eight digits. */
  static String idOf(long number) {
    return "%08x".formatted(number * SCATTER & 0xffff_ffffL);
  }

  /** When row {@code number} came to be. */
  static Instant timeOf(long number) {
    return Instant.ofEpochSecond(FIRST_SECOND + number);
  }

  private static void fill(Connection connection, String table, int rows) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(NUMBERS + table)) {
      for (int first = 1; first <= rows; first += CHUNK) {
        insert.setInt(1, first);
        insert.setInt(2, Math.min(rows, first + CHUNK - 1));
        insert.setInt(3, rows);
        insert.executeUpdate();
        connection.commit();
      }
    }
  }

  private static String id(String number) {
    return "printf('%08x', (" + number + ") * " + SCATTER + " & 4294967295)";
  }
}
