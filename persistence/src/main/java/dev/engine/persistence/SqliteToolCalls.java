package dev.engine.persistence;

import dev.engine.domain.Limit;
import dev.engine.domain.Listed;
import dev.engine.domain.Page;
import dev.engine.domain.TimePlace;
import dev.engine.domain.session.SessionId;
import dev.engine.domain.toolcall.ToolCall;
import dev.engine.domain.toolcall.ToolCalls;
import dev.engine.domain.toolcall.ToolUseId;
import dev.engine.persistence.convert.UtcText;
import java.time.Instant;
import java.util.Optional;

/** {@link ToolCalls} in SQLite. */
final class SqliteToolCalls implements ToolCalls {

  private static final String BY_ID = "SELECT * FROM tool_calls WHERE tool_use_id = ?";

  private static final String OF_SESSION =
      """
      SELECT * FROM tool_calls
      WHERE session_id = ? AND (started_at, tool_use_id) < (?, ?)
      ORDER BY started_at DESC, tool_use_id DESC
      LIMIT ?
      """;

  /** Behind which all of them are: later than any moment that a store can hold. */
  private static final TimePlace<ToolUseId> FRONT =
      new TimePlace<>(Instant.parse("9999-12-31T23:59:59.999Z"), new ToolUseId("~".repeat(128)));

  private static final String FORGET =
      """
      DELETE FROM tool_calls WHERE tool_use_id IN (
        SELECT tool_use_id FROM tool_calls WHERE started_at < ?
        ORDER BY started_at, tool_use_id LIMIT ?)
      """;

  private final Transactions transactions;

  SqliteToolCalls(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Optional<ToolCall> find(ToolUseId id) {
    return transactions.read(
        connection -> Sql.first(connection, ToolCallRows::read, BY_ID, id.value()));
  }

  @Override
  public Listed<ToolCall> list(SessionId session, Page page) {
    TimePlace<ToolUseId> start = ORDER.start(page).orElse(FRONT);
    return ORDER.listed(
        transactions.read(
            connection ->
                Sql.list(
                    connection,
                    ToolCallRows::read,
                    OF_SESSION,
                    session.value(),
                    UtcText.of(start.at()),
                    start.id().value(),
                    page.rowsToFind())),
        page);
  }

  @Override
  public int forget(Instant before, Limit most) {
    return transactions.write(
        connection -> Sql.update(connection, FORGET, UtcText.of(before), most.rows()));
  }
}
