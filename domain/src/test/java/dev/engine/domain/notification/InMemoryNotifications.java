package dev.engine.domain.notification;

import dev.engine.domain.Limit;
import dev.engine.domain.Listed;
import dev.engine.domain.Page;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.journal.InMemoryJournal;
import dev.engine.domain.testing.InMemoryPages;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/** {@link Notifications} for the tests of everything above storage. */
public final class InMemoryNotifications implements Notifications {

  private static final Comparator<Notification> OLDEST_FIRST =
      Comparator.comparing(Notification::createdAt).thenComparing(stored -> stored.id().value());

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

  @Override
  public synchronized List<Notification> about(String entityId, Limit limit) {
    return oldestFirst(stored -> stored.notice().entityId().equals(entityId)).reversed().stream()
        .limit(limit.rows())
        .toList();
  }

  @Override
  public synchronized Withdrawal withdraw(NotificationId id, String reason, Instant at) {
    Notification stored = byId.get(id);
    if (stored == null) {
      return new Withdrawal.NoSuchNotification(id);
    }
    return stored.isWaiting()
        ? new Withdrawal.WithdrawnNow(change(stored, stored.withdrawn(at, reason), at))
        : new Withdrawal.SettledBefore(stored);
  }

  @Override
  public synchronized Seeing see(NotificationId id, Instant at) {
    Notification stored = byId.get(id);
    if (stored == null) {
      return new Seeing.NoSuchNotification(id);
    }
    return switch (stored.state().standing()) {
      case CONFIRMED -> new Seeing.SeenNow(change(stored, stored.seen(at), at));
      case SEEN -> new Seeing.SeenBefore(stored);
      case QUEUED, OFFERED, WITHDRAWN, EXPIRED, DEAD -> new Seeing.NotArrived(stored);
    };
  }

  /** Every one that fits, the oldest first. */
  synchronized List<Notification> oldestFirst(Predicate<Notification> fits) {
    return byId.values().stream().filter(fits).sorted(OLDEST_FIRST).toList();
  }

  /** Keeps {@code next} in place of {@code before} and tells of it, unless both are the same. */
  synchronized Notification change(Notification before, Notification next, Instant at) {
    if (!next.equals(before)) {
      byId.put(next.id(), next);
      journal.add(NotificationEvents.changed(before, next, at));
    }
    return next;
  }

  /** Keeps {@code queued} for {@code to}, unless the same is told there. */
  synchronized void move(Notification queued, ConversationId to, Instant at) {
    Notification moved = queued.movedTo(to);
    if (byId.values().stream().anyMatch(stored -> isSame(stored.notice(), moved.notice()))) {
      change(queued, queued.withdrawn(at, "the same is told in " + to), at);
    } else {
      byId.put(moved.id(), moved);
      journal.add(NotificationEvents.moved(moved, queued.notice().conversation(), at));
    }
  }

  private static boolean matches(NotificationFilter filter, Notification stored) {
    boolean isAsked =
        filter.conversation() == null
            || filter.conversation().equals(stored.notice().conversation());
    return isAsked && filter.lets(stored.state().standing());
  }

  private static boolean isSame(Notice one, Notice other) {
    return one.conversation().equals(other.conversation())
        && one.type().equals(other.type())
        && one.entityId().equals(other.entityId())
        && one.terms().generation() == other.terms().generation();
  }
}
