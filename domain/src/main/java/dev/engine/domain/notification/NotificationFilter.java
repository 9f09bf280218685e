package dev.engine.domain.notification;

import dev.engine.domain.conversation.ConversationId;
import org.jspecify.annotations.Nullable;

/**
 * Which notifications a list is about.
 *
 * @param conversation null for any
 */
public record NotificationFilter(@Nullable ConversationId conversation, Progress progress) {

  /** Every notification. */
  public static final NotificationFilter ALL = new NotificationFilter(null, Progress.ANY);

  /** Those that nobody was told of. */
  public static final NotificationFilter WAITING = new NotificationFilter(null, Progress.WAITING);

  /** How far a notification has come. */
  public enum Progress {
    WAITING,
    TOLD,
    ANY
  }
}
