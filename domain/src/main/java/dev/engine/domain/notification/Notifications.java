package dev.engine.domain.notification;

import dev.engine.domain.Limit;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What conversations are to be told, and were.
 *
 * <p>Each method is one atomic step and safe against other processes on the same store. Any of them
 * may throw {@link StorageUnavailable}. {@code NotificationsContract} is this interface in tests.
 */
public interface Notifications {

  /** Stores {@code notice}, unless the same was stored before. */
  Queueing queue(Notice notice, Instant at);

  Optional<Notification> find(NotificationId id);

  /** What {@code filter} lets through, the one queued last at the front. */
  List<Notification> list(NotificationFilter filter, Limit limit);
}
