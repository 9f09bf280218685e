package dev.engine.domain.notification;

import dev.engine.domain.journal.EventKind;
import dev.engine.domain.journal.Facts;
import dev.engine.domain.journal.Happening;
import dev.engine.domain.journal.Subject;
import java.time.Instant;

/** What the journal is told of notifications. */
public final class NotificationEvents {

  public static final EventKind QUEUED = new EventKind("notification.queued");

  private NotificationEvents() {}

  /** What is told when {@code notification} was queued. */
  public static Happening queued(Notification notification) {
    Notice notice = notification.notice();
    Facts facts =
        Facts.NONE
            .with("type", notice.type())
            .with("entityId", notice.entityId())
            .with("title", notice.title());
    Subject subject = new Subject(Subject.Kind.NOTIFICATION, notification.id().value());
    Instant at = notification.createdAt();
    return new Happening(at, QUEUED, notice.conversation(), null, subject, facts);
  }
}
