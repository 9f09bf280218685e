package dev.engine.domain.session;

import dev.engine.domain.conversation.ConversationId;
import org.jspecify.annotations.Nullable;

/**
 * Which sessions a list is about.
 *
 * @param life whether only live ones, only ended ones, or both
 * @param role null for any
 * @param conversation null for any
 */
public record SessionFilter(Life life, @Nullable Role role, @Nullable ConversationId conversation) {

  /** Every session, live or ended. */
  public static final SessionFilter ALL = new SessionFilter(Life.ANY, null, null);

  /** Live sessions. */
  public static final SessionFilter LIVE = new SessionFilter(Life.LIVE, null, null);

  /** Whether a session goes on. */
  public enum Life {
    LIVE,
    ENDED,
    ANY
  }
}
