package dev.engine.hooks;

import dev.engine.domain.hook.Door;
import dev.engine.domain.hook.HookEventId;
import java.time.Instant;

/**
 * One call of a hook by Claude Code.
 *
 * @param door the way by which it came in
 * @param eventName the event it was registered for; empty where an old client dropped the argument,
 *     and then the payload tells
 * @param payload what came on standard input: one JSON object
 * @param at when the hook was called, to the microsecond
 */
public record HookCall(
    HookEventId id,
    Door door,
    String eventName,
    String payload,
    HookEnvironment environment,
    Instant at) {

  /** How long a payload may be, in UTF-8. Longer ones are refused: no event needs it. */
  public static final int MAX_PAYLOAD_BYTES = 1 << 20;
}
