package dev.engine.persistence;

import dev.engine.domain.Limit;
import dev.engine.domain.toolcall.ToolCall;
import dev.engine.domain.toolcall.ToolCalls;
import dev.engine.domain.toolcall.ToolUseId;
import dev.engine.persistence.convert.UtcText;
import java.time.Instant;
import java.util.Optional;

/** {@link ToolCalls} in SQLite. */
final class SqliteToolCalls implements ToolCalls {

  private static final String BY_ID = "SELECT * FROM tool_calls WHERE tool_use_id = ?";

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
  public int forget(Instant before, Limit most) {
    return transactions.write(
        connection -> Sql.update(connection, FORGET, UtcText.of(before), most.rows()));
  }
}
