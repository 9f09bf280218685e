package dev.engine.persistence;

import dev.engine.domain.Limit;
import dev.engine.domain.attention.AttentionItem;
import dev.engine.domain.attention.AttentionKind;
import dev.engine.domain.context.ContextSample;
import dev.engine.domain.context.Forecast;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.fleet.FleetLine;
import dev.engine.domain.fleet.FleetViews;
import dev.engine.domain.fleet.LiveSession;
import dev.engine.domain.fleet.WorkerCounts;
import dev.engine.domain.id.WireName;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionId;
import dev.engine.domain.toolcall.ToolCall;
import dev.engine.domain.worker.WorkerStatus;
import dev.engine.persistence.convert.UtcText;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * {@link FleetViews} in SQLite: a statement for each kind of row, however many sessions there are.
 */
final class SqliteFleetViews implements FleetViews {

  private static final String LIVE =
      """
      SELECT sessions.*, %s AS waiting_count
      FROM sessions
      WHERE sessions.ended_at IS NULL
      ORDER BY sessions.started_at DESC, sessions.id DESC
      LIMIT ?
      """
          .formatted(NoticeRows.WAITING_COUNT);

  /** Of each session those from its twentieth, counted from the newest; all if there are fewer. */
  private static final String SAMPLES =
      """
      SELECT context_samples.*
      FROM sessions
      JOIN context_samples
        ON context_samples.session_id = sessions.id
          AND context_samples.at >= coalesce(
            (SELECT nth.at FROM context_samples nth WHERE nth.session_id = sessions.id
              ORDER BY nth.at DESC LIMIT 1 OFFSET ?),
            '')
      WHERE sessions.ended_at IS NULL
      ORDER BY sessions.started_at DESC, sessions.id DESC
      LIMIT ?
      """;

  /** Where a tool is at work, its call is among the newest; older ones without an end have none. */
  private static final String TOOLS =
      """
      SELECT tool_calls.*
      FROM sessions
      JOIN tool_calls
        ON tool_calls.tool_use_id = (
          SELECT latest.tool_use_id FROM tool_calls latest
          WHERE latest.session_id = sessions.id AND latest.finished_at IS NULL
          ORDER BY latest.started_at DESC, latest.tool_use_id DESC
          LIMIT 1)
      WHERE sessions.ended_at IS NULL AND sessions.current_state = 'tool_active'
      ORDER BY sessions.started_at DESC, sessions.id DESC
      LIMIT ?
      """;

  private static final String UNFINISHED =
      """
      SELECT conversation_id, status FROM workers
      WHERE finished_at IS NULL AND status IN ('pending', 'running') AND conversation_id IS NOT NULL
      """;

  /** As {@code AttentionQueue} shows them. */
  private static final String FAILED =
      """
      SELECT conversation_id, status FROM workers
      WHERE status = 'failed'
        AND conversation_id IS NOT NULL
        AND finished_at > ?
        AND is_cancelled = 0
        AND NOT EXISTS (SELECT 1 FROM missions WHERE missions.worker_id = workers.id)
        AND NOT EXISTS (
          SELECT 1 FROM attention_marks
          WHERE attention_marks.kind = ?
            AND attention_marks.subject = workers.id
            AND attention_marks.since = workers.finished_at
            AND (attention_marks.hidden_until IS NULL OR attention_marks.hidden_until > ?))
      """;

  private record Row(Session session, int waitingNotices) {}

  private final Transactions transactions;

  SqliteFleetViews(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public List<FleetLine> live(Limit most, Instant now) {
    return transactions.read(connection -> live(connection, most, now));
  }

  private static List<FleetLine> live(Connection connection, Limit most, Instant now)
      throws SQLException {
    List<Row> rows = Sql.list(connection, SqliteFleetViews::row, LIVE, most.rows());
    Map<SessionId, List<ContextSample>> samples = samples(connection, most);
    Map<SessionId, ToolCall> tools =
        Sql.list(connection, ToolCallRows::read, TOOLS, most.rows()).stream()
            .collect(Collectors.toMap(ToolCall::session, Function.identity()));
    List<LiveSession> sessions =
        rows.stream()
            .map(Row::session)
            .map(
                session ->
                    new LiveSession(
                        session,
                        samples.getOrDefault(session.id(), List.of()),
                        tools.get(session.id())))
            .toList();
    return FleetLine.of(sessions, workers(connection, now), waitingNotices(rows));
  }

  private static Map<SessionId, List<ContextSample>> samples(Connection connection, Limit most)
      throws SQLException {
    return Sql.list(
            connection,
            SampleRows::read,
            SAMPLES,
            Forecast.SAMPLES - 1,
            most.rows() * Forecast.SAMPLES)
        .stream()
        .sorted(
            Comparator.<ContextSample, Instant>comparing(sample -> sample.reading().at())
                .reversed())
        .collect(Collectors.groupingBy(ContextSample::session));
  }

  private static Map<ConversationId, WorkerCounts> workers(Connection connection, Instant now)
      throws SQLException {
    Map<ConversationId, WorkerCounts> counts = new HashMap<>();
    Sql.Row<WorkerCounts> counting =
        row ->
            counts.merge(
                new ConversationId(row.getString("conversation_id")),
                WorkerCounts.one(status(row)),
                WorkerCounts::plus);
    Sql.list(connection, counting, UNFINISHED);
    Sql.list(
        connection,
        counting,
        FAILED,
        UtcText.of(now.minus(AttentionItem.FAILURE_SHOWN_FOR)),
        AttentionKind.WORKER_FAILED.wireName(),
        UtcText.of(now));
    return counts;
  }

  private static Map<ConversationId, Integer> waitingNotices(List<Row> rows) {
    return rows.stream()
        .collect(
            Collectors.toMap(
                row -> row.session().conversation(), Row::waitingNotices, (one, same) -> one));
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(SessionRows.read(row), row.getInt("waiting_count"));
  }

  private static WorkerStatus status(ResultSet row) throws SQLException {
    return WireName.of("status", WorkerStatus.class, row.getString("status"));
  }
}
