package dev.engine.domain.toolcall;

import dev.engine.domain.Limit;
import dev.engine.domain.ListOrder;
import dev.engine.domain.Listed;
import dev.engine.domain.Page;
import dev.engine.domain.TimePlace;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.domain.session.SessionId;
import java.time.Instant;
import java.util.Optional;

/**
 * The uses of tools that sessions have told of. {@code Sessions} stores them, together with the
 * event that tells.
 *
 * <p>Each method is one atomic step and safe against other processes on the same store. Any of them
 * may throw {@link StorageUnavailable}. {@code ToolCallsContract} is this interface in tests.
 */
public interface ToolCalls {

  /** The order of {@link #list}. */
  ListOrder<ToolCall, TimePlace<ToolUseId>> ORDER =
      ListOrder.newestFirst("tool calls", ToolCall::startedAt, ToolCall::id, ToolUseId::new);

  Optional<ToolCall> find(ToolUseId id);

  /** Those of {@code session}, the one that began last at the front. */
  Listed<ToolCall> list(SessionId session, Page page);

  /**
   * Forgets calls that began before {@code before}, the oldest first and at most {@code most}, so
   * that nobody has to wait for long.
   *
   * @return how many were forgotten; fewer than {@code most} if none are left
   */
  int forget(Instant before, Limit most);
}
