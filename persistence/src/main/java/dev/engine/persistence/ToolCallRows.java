package dev.engine.persistence;

import dev.engine.domain.id.WireName;
import dev.engine.domain.session.SessionId;
import dev.engine.domain.toolcall.ToolCall;
import dev.engine.domain.toolcall.ToolCall.Outcome;
import dev.engine.domain.toolcall.ToolCall.State;
import dev.engine.domain.toolcall.ToolUse;
import dev.engine.domain.toolcall.ToolUseId;
import dev.engine.persistence.convert.UtcText;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Uses of tools as rows: the one place that knows which column holds what. */
final class ToolCallRows {

  /** {@link ToolCall#after} in one statement, for every event of a tool pays for it. */
  private static final String RECORD =
      """
      INSERT INTO tool_calls (tool_use_id, session_id, tool_name, started_at, finished_at, outcome)
      VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (tool_use_id) DO UPDATE SET
        started_at = min(started_at, excluded.started_at),
        finished_at = coalesce(finished_at, excluded.finished_at),
        outcome = coalesce(outcome, excluded.outcome)
      """;

  private ToolCallRows() {}

  /** Keeps what an event of {@code session} tells. */
  static void record(Connection connection, ToolUse use, SessionId session, Instant at)
      throws SQLException {
    ToolCall first = ToolCall.first(use, session, at);
    State.Finished end = first.state() instanceof State.Finished finished ? finished : null;
    Sql.update(
        connection,
        RECORD,
        first.id().value(),
        session.value(),
        first.tool(),
        UtcText.of(first.startedAt()),
        end == null ? null : UtcText.of(end.at()),
        end == null ? null : end.outcome().wireName());
  }

  /** Reads a row of {@code SELECT tool_calls.*}. */
  static ToolCall read(ResultSet row) throws SQLException {
    return new ToolCall(
        new ToolUseId(row.getString("tool_use_id")),
        new SessionId(row.getString("session_id")),
        row.getString("tool_name"),
        UtcText.parse(row.getString("started_at")),
        state(row.getString("finished_at"), row.getString("outcome")));
  }

  private static State state(@Nullable String finishedAt, @Nullable String outcome) {
    return finishedAt == null || outcome == null
        ? new State.Running()
        : new State.Finished(
            UtcText.parse(finishedAt), WireName.of("outcome", Outcome.class, outcome));
  }
}
