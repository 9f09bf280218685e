package dev.engine.services;

import dev.engine.domain.Listed;
import dev.engine.domain.Page;
import dev.engine.domain.TextLength;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.error.EngineException.NotFound;
import dev.engine.domain.id.HexId;
import dev.engine.domain.notification.Notice;
import dev.engine.domain.notification.Notification;
import dev.engine.domain.notification.NotificationFilter;
import dev.engine.domain.notification.NotificationId;
import dev.engine.domain.notification.NotificationType;
import dev.engine.domain.notification.Notifications;
import dev.engine.domain.notification.Queueing;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** What conversations are to be told. */
public final class NotificationDelivery {

  private static final int TITLE_LENGTH = 80;

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

  /**
   * Queues a message from the person.
   *
   * @param text 1 to 100,000 characters; its first line becomes the title
   */
  public Notification message(ConversationId to, String text) {
    String title = TextLength.headline(text, TITLE_LENGTH);
    return queue(new Notice(to, NotificationType.MESSAGE, HexId.random(random), title, text));
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
}
