package dev.engine.services;

import dev.engine.domain.Listed;
import dev.engine.domain.Page;
import dev.engine.domain.TextLength;
import dev.engine.domain.Urgency;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.error.EngineException.Conflict;
import dev.engine.domain.error.EngineException.NotFound;
import dev.engine.domain.id.HexId;
import dev.engine.domain.notification.Notice;
import dev.engine.domain.notification.Notification;
import dev.engine.domain.notification.NotificationFilter;
import dev.engine.domain.notification.NotificationId;
import dev.engine.domain.notification.NotificationType;
import dev.engine.domain.notification.Notifications;
import dev.engine.domain.notification.Queueing;
import dev.engine.domain.notification.Seeing;
import dev.engine.domain.notification.Sender;
import dev.engine.domain.notification.Terms;
import dev.engine.domain.notification.Withdrawal;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** What conversations are to be told. */
public final class NotificationDelivery {

  private static final int TITLE_LENGTH = 80;
  private static final int MAX_REASON = 200;

  private final Notifications notifications;
  private final InstantSource clock;
  private final RandomGenerator random;

  public NotificationDelivery(
      Notifications notifications, InstantSource clock, RandomGenerator random) {
    this.notifications = notifications;
    this.clock = clock;
    this.random = random;
  }

  /** Queues {@code notice}; the same notice again is the one that is stored already. */
  public Notification queue(Notice notice) {
    return switch (notifications.queue(notice, clock.instant())) {
      case Queueing.Queued queued -> queued.notification();
      case Queueing.QueuedBefore before -> before.notification();
    };
  }

  /** Queues a message of the person, which is not urgent. */
  public Notification message(ConversationId to, String text) {
    return message(to, Sender.PERSON, Urgency.NORMAL, text);
  }

  /**
   * Queues a message.
   *
   * @param text 1 to 100,000 characters; its first line becomes the title
   */
  public Notification message(ConversationId to, Sender from, Urgency urgency, String text) {
    String title = TextLength.headline(text, TITLE_LENGTH);
    Notice message = new Notice(to, NotificationType.MESSAGE, HexId.random(random), title, text);
    return queue(message.from(from).on(Terms.PLAIN.with(urgency)));
  }

  /** What {@code filter} lets through, the one queued last at the front. */
  public Listed<Notification> list(NotificationFilter filter, Page page) {
    return notifications.list(filter, page);
  }

  /**
   * One notification.
   *
   * @throws NotFound if there is no notification {@code id}
   */
  public Notification show(NotificationId id) {
    return notifications.find(id).orElseThrow(() -> new NotFound("notification", id));
  }

  /**
   * Withdraws a notification that still waits.
   *
   * @param reason one line of 1 to 200 characters
   * @throws NotFound if there is no notification {@code id}
   * @throws Conflict if it was told, or settled in another way
   */
  public Notification withdraw(NotificationId id, String reason) {
    String line = TextLength.checked("reason", reason, 1, MAX_REASON);
    return switch (notifications.withdraw(id, line, clock.instant())) {
      case Withdrawal.WithdrawnNow now -> now.notification();
      case Withdrawal.SettledBefore before ->
          throw new Conflict(
              "notification %s is %s already"
                  .formatted(id, before.notification().state().standing()));
      case Withdrawal.NoSuchNotification none -> throw new NotFound("notification", id);
    };
  }

  /**
   * Marks a notification as opened by the person. Marking it twice is harmless.
   *
   * @throws NotFound if there is no notification {@code id}
   * @throws Conflict if it has not arrived
   */
  public Notification see(NotificationId id) {
    return switch (notifications.see(id, clock.instant())) {
      case Seeing.SeenNow now -> now.notification();
      case Seeing.SeenBefore before -> before.notification();
      case Seeing.NotArrived not ->
          throw new Conflict(
              "notification %s has not arrived: it is %s"
                  .formatted(id, not.notification().state().standing()));
      case Seeing.NoSuchNotification none -> throw new NotFound("notification", id);
    };
  }
}
