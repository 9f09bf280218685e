package dev.engine.domain.ping;

import dev.engine.domain.conversation.ConversationId;
import org.jspecify.annotations.Nullable;

/**
 * Which pings a list is about.
 *
 * @param conversation null for any
 */
public record PingFilter(Progress progress, @Nullable ConversationId conversation) {

  /** Every ping. */
  public static final PingFilter ALL = new PingFilter(Progress.ANY, null);

  /** Those that nobody has looked at, snoozed or not. */
  public static final PingFilter OPEN = new PingFilter(Progress.OPEN, null);

  /** How far a ping has come. */
  public enum Progress {
    OPEN,
    ACKNOWLEDGED,
    ANSWERED,
    ANY
  }
}
