package dev.engine.app;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Rows of what a fleet piles up, made by SQLite alone: an engine would take minutes. Row {@code i}
 * (1 to the number of rows) of each table happened {@code i} steps before now.
 */
final class SeededRows {

  static final int CONVERSATIONS = 40;
  static final int LIVE = 60;
  static final int WORKERS = 200;
  static final int NOTICES = 2_000;
  static final int EVENTS = 10_500;

  /** Ended sessions, so that conversations have a past. */
  private static final int SESSIONS = 200;

  /** Numbers from 1 to ?1, with an id of eight digits and the time that many steps of ?2 s ago. */
  private static final String ROWS =
      """
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1),
      row AS (
        SELECT
          i, printf('%08x', i) AS id,
          strftime('%Y-%m-%dT%H:%M:%fZ', 'now', printf('-%d seconds', i * ?2)) AS at,
          strftime('%Y-%m-%dT%H:%M:%fZ', 'now', printf('-%d seconds', i * ?2 - 1)) AS later,
          CASE i % 4 WHEN 0 THEN 'builder' WHEN 1 THEN 'project' WHEN 2 THEN 'idea'
            ELSE 'deep-work' END || printf('-%08x', i % 40) AS conversation
        FROM n)
      """;

  private static final String SESSION_ROWS =
      """
      INSERT INTO sessions (
        id, claude_session_id, role, mode, current_state, status_text, started_at, ended_at,
        end_reason, last_seen_at, conversation_id, continuation, cwd, model, waiting_for,
        waiting_since, context_percent, context_read_at, context_warning_level)
      SELECT
        id, 'session-' || i,
        CASE i % 4 WHEN 0 THEN 'builder' WHEN 1 THEN 'project' WHEN 2 THEN 'idea'
          ELSE 'deep-work' END,
        'interactive',
        CASE i % 3 WHEN 0 THEN 'active' WHEN 1 THEN 'tool_active' ELSE 'idle' END,
        iif(i % 7 = 0, NULL, 'working on part ' || i || ' of the release'), at,
        iif(i <= 60, NULL, later), iif(i <= 60, NULL, 'clear'), later, conversation,
        iif(i <= 60, 'startup', 'clear'), '/home/dev/project-' || (i % 9), 'claude-opus-5-5',
        iif(i <= 60 AND i % 20 = 1, 'permission', NULL), iif(i <= 60 AND i % 20 = 1, later, NULL),
        i * 37 % 100, later, 0
      FROM row
      """;

  private static final String WORKER_ROWS =
      """
      INSERT INTO workers (
        id, primitive, status, instructions, workspace_path, created_at, started_at, finished_at,
        conversation_id, queue, not_before, summary, failure, status_text, max_attempts,
        failed_attempts)
      SELECT
        id, CASE i % 3 WHEN 0 THEN 'build' WHEN 1 THEN 'review' ELSE 'research' END, status,
        'echo part ' || i || ' is well', FOLDER || id, at, iif(status = 'pending', NULL, at),
        iif(status = 'pending', NULL, later), conversation,
        iif(status = 'pending', 'delayed', 'ready'),
        iif(status = 'pending', '2099-01-01T00:00:00.000Z', NULL),
        iif(status = 'complete', 'part ' || i || ' is well', NULL),
        iif(status = 'failed', 'exit code 3: no such branch', NULL),
        iif(i % 5 = 0, 'half of part ' || i, NULL), 1, iif(status = 'failed', 1, 0)
      FROM (
        SELECT *, CASE WHEN i % 20 = 1 THEN 'failed' WHEN i % 10 = 2 THEN 'pending'
          ELSE 'complete' END AS status
        FROM row)
      """;

  private static final String ATTEMPT_ROWS =
      """
      INSERT INTO worker_attempts (
        worker_id, number, claude_session_id, started_at, finished_at, outcome, exit_code, error,
        cost_usd, tokens, pid)
      SELECT
        id, 1, 'attempt-' || id, started_at, finished_at, status, iif(status = 'failed', 3, 0),
        failure, 0.25, 12000, 4711
      FROM workers WHERE started_at IS NOT NULL
      """;

  private static final String NOTICE_ROWS =
      """
      INSERT INTO conversation_notifications (
        id, conversation_id, notification_type, entity_id, title, body, created_at, state, attempts,
        offered_at, offered_to, offered_context, offered_by, confirmed_at, notified_at, session_id,
        seen_at, closed_at, closed_reason, urgency)
      SELECT
        id, conversation, 'message', id, 'notice ' || i || ': the deadline moved',
        'Leave out section ' || i || '.', at, state, iif(isOffered, 1, 0),
        iif(isOffered, at, NULL), iif(isOffered, printf('%08x', i % 60 + 1), NULL),
        iif(isOffered, 1, NULL), iif(isOffered, printf('%032x', i), NULL),
        iif(isTold, later, NULL), iif(isTold, later, NULL),
        iif(isTold, printf('%08x', i % 60 + 1), NULL), iif(state = 'seen', later, NULL),
        iif(isClosed, later, NULL), iif(state = 'withdrawn', 'no longer true', NULL),
        CASE i % 9 WHEN 0 THEN 'high' WHEN 1 THEN 'low' ELSE 'normal' END
      FROM (
        SELECT
          *, state IN ('offered', 'confirmed', 'seen') AS isOffered,
          state IN ('confirmed', 'seen') AS isTold,
          state IN ('withdrawn', 'expired', 'dead') AS isClosed
        FROM (
          SELECT
            *, CASE WHEN i % 1000 = 0 THEN 'dead' WHEN i % 50 = 1 THEN 'queued'
              WHEN i % 50 = 2 THEN 'seen' WHEN i % 50 = 3 THEN 'withdrawn'
              WHEN i % 50 = 4 THEN 'expired' ELSE 'confirmed' END AS state
          FROM row))
      """;

  /** The newest has the highest number, as in a journal that grew. */
  private static final String EVENT_ROWS =
      """
      INSERT INTO events (at, kind, conversation_id, session_id, entity_kind, entity_id, actor, data)
      SELECT
        at,
        CASE i % 5 WHEN 0 THEN 'session.idle' WHEN 1 THEN 'session.tool_active'
          WHEN 2 THEN 'session.active' WHEN 3 THEN 'notification.queued' ELSE 'ping.sent' END,
        conversation, printf('%08x', i % 60 + 1), iif(i % 5 = 3, 'notification', NULL),
        iif(i % 5 = 3, printf('%08x', i % 2000 + 1), NULL), 'hook',
        json_object('text', 'event ' || i)
      FROM row ORDER BY i DESC
      """;

  private static final String SAMPLE_ROWS =
      """
      INSERT INTO context_samples (session_id, at, used_percent, tokens, window, source)
      SELECT
        session, at, percent, percent * 2000, 200000, 'status_line'
      FROM (
        SELECT
          *, printf('%08x', i % 60 + 1) AS session,
          max(1, (i % 60 + 1) * 37 % 100 - i / 60) AS percent
        FROM row)
      """;

  private static final String TOOL_ROWS =
      """
      INSERT INTO tool_calls (
        tool_use_id, session_id, tool_name, started_at, finished_at, outcome)
      SELECT
        'toolu_' || i, printf('%08x', i % 60 + 1), CASE i % 3 WHEN 0 THEN 'Bash'
          WHEN 1 THEN 'Edit' ELSE 'mcp__engine__spawn_worker' END,
        at, later, iif(i % 11 = 0, 'failed', 'done')
      FROM row
      """;

  /** What became of slots of the missions, which are there already. */
  private static final String SLOT_ROWS =
      """
      INSERT INTO missions (
        id, scheduled_mission_id, slot_at, status, reason, started_at, finished_at, decided_at,
        summary)
      SELECT
        row.id, mission.id, at, status, iif(status = 'complete', NULL, 'its last run was not over'),
        iif(status = 'skipped', NULL, at), iif(status = 'skipped', NULL, later), at,
        iif(status = 'complete', 'all is well', NULL)
      FROM (
        SELECT *, CASE WHEN i % 9 = 0 THEN 'skipped' WHEN i % 13 = 0 THEN 'failed'
          ELSE 'complete' END AS status
        FROM row) AS row
      JOIN (
        SELECT id, row_number() OVER (ORDER BY slug) AS number FROM scheduled_missions) AS mission
        ON mission.number = row.i % 40 + 1
      """;

  private SeededRows() {}

  /**
   * Fills a database that no engine serves yet.
   *
   * @param outputs the folder of the workers' workspaces
   */
  static void fill(Path database, Path outputs) throws SQLException {
    String folder = "'" + outputs.toString().replace("'", "''") + "/'";
    insert(
        database,
        List.of(
            new Rows(SESSION_ROWS, SESSIONS, 45),
            new Rows(WORKER_ROWS.replace("FOLDER", folder), WORKERS, 300),
            new Rows(ATTEMPT_ROWS, 0, 0),
            new Rows(NOTICE_ROWS, NOTICES, 60),
            new Rows(EVENT_ROWS, EVENTS, 20),
            new Rows(SAMPLE_ROWS, 1_200, 10),
            new Rows(TOOL_ROWS, 1_200, 7)));
  }

  /** Adds what became of earlier slots of 40 missions. */
  static void addSlots(Path database) throws SQLException {
    insert(database, List.of(new Rows(SLOT_ROWS, 400, 900)));
  }

  private record Rows(String statement, int count, int stepSeconds) {}

  private static void insert(Path database, List<Rows> tables) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement pragma = connection.createStatement()) {
      pragma.execute("PRAGMA busy_timeout = 10000");
      connection.setAutoCommit(false);
      for (Rows rows : tables) {
        insert(connection, rows);
      }
      connection.commit();
    }
  }

  private static void insert(Connection connection, Rows rows) throws SQLException {
    String with = rows.count() == 0 ? "" : ROWS;
    try (PreparedStatement insert = connection.prepareStatement(with + rows.statement())) {
      if (rows.count() > 0) {
        insert.setInt(1, rows.count());
        insert.setInt(2, rows.stepSeconds());
      }
      insert.executeUpdate();
    }
  }
}
