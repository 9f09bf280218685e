package dev.engine.domain.notification;

import dev.engine.domain.Limit;
import dev.engine.domain.ListOrder;
import dev.engine.domain.Listed;
import dev.engine.domain.Page;
import dev.engine.domain.TimePlace;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What conversations are to be told, and were. How they are told is {@link Deliveries}.
 *
 * <p>Each method is one atomic step and safe against other processes on the same store. Any of them
 * may throw {@link StorageUnavailable}. {@code NotificationsContract} is this interface in tests.
 */
public interface Notifications {

  /** The order of {@link #list}. */
  ListOrder<Notification, TimePlace<NotificationId>> ORDER =
      ListOrder.newestFirst(
          "notifications", Notification::createdAt, Notification::id, NotificationId::new);

  /** Stores {@code notice}, unless the same was stored before. */
  Queueing queue(Notice notice, Instant at);

  Optional<Notification> find(NotificationId id);

  /** What {@code filter} lets through, the one queued last at the front. */
  Listed<Notification> list(NotificationFilter filter, Page page);

  /**
   * What was queued about one thing, for whichever conversation, the one queued last at the front.
   *
   * @param entityId as {@link Notice#entityId}
   */
  List<Notification> about(String entityId, Limit limit);

  /**
   * Withdraws {@code id} if it still waits.
   *
   * @param reason one line of 1 to 200 characters
   */
  Withdrawal withdraw(NotificationId id, String reason, Instant at);

  /** Marks {@code id} as opened by the person, if it has arrived. */
  Seeing see(NotificationId id, Instant at);
}
