package dev.engine.domain.notification;

import dev.engine.domain.Listed;
import dev.engine.domain.Page;
import dev.engine.domain.journal.InMemoryJournal;
import dev.engine.domain.notification.NotificationFilter.Progress;
import dev.engine.domain.testing.InMemoryPages;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** {@link Notifications} for the tests of everything above storage. */
public final class InMemoryNotifications implements Notifications {

  private final Map<NotificationId, Notification> byId = new LinkedHashMap<>();
  private final RandomGenerator random;
  private final InMemoryJournal journal;

  public InMemoryNotifications(RandomGenerator random, InMemoryJournal journal) {
    this.random = random;
    this.journal = journal;
  }

  @Override
  public synchronized Queueing queue(Notice notice, Instant at) {
    Optional<Notification> same =
        byId.values().stream().filter(stored -> isSame(stored.notice(), notice)).findFirst();
    if (same.isPresent()) {
      return new Queueing.QueuedBefore(same.get());
    }
    NotificationId id = NotificationId.random(random);
    while (byId.containsKey(id)) {
      id = NotificationId.random(random);
    }
    Notification queued = Notification.queued(id, notice, at);
    byId.put(id, queued);
    journal.add(NotificationEvents.queued(queued));
    return new Queueing.Queued(queued);
  }

  @Override
  public synchronized Optional<Notification> find(NotificationId id) {
    return Optional.ofNullable(byId.get(id));
  }

  @Override
  public synchronized Listed<Notification> list(NotificationFilter filter, Page page) {
    return InMemoryPages.newestFirst(
        byId.values().stream().filter(stored -> matches(filter, stored)), ORDER, page);
  }

  private static boolean matches(NotificationFilter filter, Notification stored) {
    boolean isAsked =
        filter.conversation() == null
            || filter.conversation().equals(stored.notice().conversation());
    return isAsked
        && (filter.progress() == Progress.ANY
            || (filter.progress() == Progress.WAITING) == stored.isWaiting());
  }

  private static boolean isSame(Notice one, Notice other) {
    return one.conversation().equals(other.conversation())
        && one.type().equals(other.type())
        && one.entityId().equals(other.entityId());
  }
}
