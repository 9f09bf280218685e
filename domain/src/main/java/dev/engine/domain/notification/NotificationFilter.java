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

  /** Those that nobody is known to have been told of. */
  public static final NotificationFilter WAITING = new NotificationFilter(null, Progress.WAITING);

  /** Those that were offered in vain as often as they may be. */
  public static final NotificationFilter DEAD = new NotificationFilter(null, Progress.DEAD);

  /** How far a notification has come. */
  public enum Progress {
    /** Queued or offered. */
    WAITING,
    /** Confirmed or seen. */
    TOLD,
    /** Withdrawn or expired. */
    DROPPED,
    DEAD,
    ANY
  }

  /** Whether a notification that stands so is let through. */
  public boolean lets(Standing standing) {
    return switch (progress) {
      case ANY -> true;
      case WAITING -> standing == Standing.QUEUED || standing == Standing.OFFERED;
      case TOLD -> standing == Standing.CONFIRMED || standing == Standing.SEEN;
      case DROPPED -> standing == Standing.WITHDRAWN || standing == Standing.EXPIRED;
      case DEAD -> standing == Standing.DEAD;
    };
  }
}
