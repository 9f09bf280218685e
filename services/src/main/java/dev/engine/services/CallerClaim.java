package dev.engine.services;

import dev.engine.domain.session.ClaudeSessionId;
import dev.engine.domain.toolcall.ToolUseId;
import dev.engine.domain.worker.WorkerId;
import org.jspecify.annotations.Nullable;

/**
 * What a call says of who makes it.
 *
 * @param toolUse null if the client does not tell it
 * @param session of the environment in which the caller was started, which is another than its own
 *     after {@code /clear}; null if it has none
 * @param worker likewise; null if no worker calls
 */
public record CallerClaim(
    @Nullable ToolUseId toolUse, @Nullable ClaudeSessionId session, @Nullable WorkerId worker) {

  /** Of somebody who says nothing. */
  public static final CallerClaim NONE = new CallerClaim(null, null, null);

  /** The same, about one use of a tool. */
  public CallerClaim of(ToolUseId use) {
    return new CallerClaim(use, session, worker);
  }
}
