package dev.engine.domain.notification;

import dev.engine.domain.hook.HookEventId;
import dev.engine.domain.session.Activity;
import dev.engine.domain.session.ClaudeSessionId;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.Session.State;
import dev.engine.domain.session.Want;
import java.time.Instant;

/**
 * Something that can wake a session which does nothing, such as a hook that waits beside it.
 *
 * @param session the client's own id of the session
 * @param call names what a wake carries; each waiter has its own
 * @param since from when on it waits, to the millisecond: work of the session that is newer shows
 *     that it is not needed any more
 */
public record Waiter(ClaudeSessionId session, HookEventId call, Instant since) {

  /** Whether {@code found} has gone on without it, or is over. */
  public boolean isOutrunBy(Session found) {
    boolean isAtWork = found.state().activity() != Activity.IDLE;
    return !found.isLive() || (isAtWork && found.report().lastSeenAt().isAfter(since));
  }

  /** Whether {@code found} does nothing, and would hear a notice before anything else. */
  public static boolean canWake(Session found) {
    // No switch over the types: see Signal.
    if (found.state() instanceof State.Waiting waiting) {
      return waiting.activity() == Activity.IDLE && waiting.want() == Want.INPUT;
    }
    return found.isLive() && found.state().activity() == Activity.IDLE;
  }
}
