package dev.engine.persistence;

import static dev.engine.persistence.db.Tables.CONVERSATION_NOTIFICATIONS;

import dev.engine.domain.notification.Notice;
import dev.engine.domain.notification.Notification;
import dev.engine.domain.notification.NotificationEvents;
import dev.engine.domain.notification.NotificationId;
import dev.engine.domain.notification.Queueing;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jooq.DSLContext;
import org.jooq.Record;

/**
 * Rows of conversation_notifications, for every port that queues a notice inside its own
 * transaction.
 */
final class NoticeRows {

  private final RandomGenerator random;
  private final JooqJournal journal;

  /**
   * @param random draws the ids
   */
  NoticeRows(RandomGenerator random, JooqJournal journal) {
    this.random = random;
    this.journal = journal;
  }

  /**
   * Stores {@code notice}, unless the same was stored before.
   *
   * @param db inside a write transaction
   */
  Queueing queue(DSLContext db, Notice notice, Instant at) {
    // Inserted first: most are new, and then there is nothing to look for.
    while (true) {
      Notification queued = Notification.queued(NotificationId.random(random), notice, at);
      if (isInserted(db, queued)) {
        journal.add(db, NotificationEvents.queued(queued));
        return new Queueing.Queued(queued);
      }
      Optional<Notification> before = same(db, notice);
      if (before.isPresent()) {
        return new Queueing.QueuedBefore(before.get());
      } // else its id was taken
    }
  }

  /** The notification that {@code row} holds. */
  static Notification read(Record row) {
    Notification.State state =
        row.get(CONVERSATION_NOTIFICATIONS.NOTIFIED_AT) == null
            ? new Notification.State.Waiting()
            : new Notification.State.Told(
                row.get(CONVERSATION_NOTIFICATIONS.NOTIFIED_AT),
                row.get(CONVERSATION_NOTIFICATIONS.SESSION_ID));
    return new Notification(
        row.get(CONVERSATION_NOTIFICATIONS.ID),
        new Notice(
            row.get(CONVERSATION_NOTIFICATIONS.CONVERSATION_ID),
            row.get(CONVERSATION_NOTIFICATIONS.NOTIFICATION_TYPE),
            row.get(CONVERSATION_NOTIFICATIONS.ENTITY_ID),
            row.get(CONVERSATION_NOTIFICATIONS.TITLE),
            row.get(CONVERSATION_NOTIFICATIONS.BODY)),
        row.get(CONVERSATION_NOTIFICATIONS.CREATED_AT),
        state);
  }

  private static Optional<Notification> same(DSLContext db, Notice notice) {
    return db.selectFrom(CONVERSATION_NOTIFICATIONS)
        .where(CONVERSATION_NOTIFICATIONS.CONVERSATION_ID.eq(notice.conversation()))
        .and(CONVERSATION_NOTIFICATIONS.NOTIFICATION_TYPE.eq(notice.type()))
        .and(CONVERSATION_NOTIFICATIONS.ENTITY_ID.eq(notice.entityId()))
        .fetchOptional(NoticeRows::read);
  }

  private static boolean isInserted(DSLContext db, Notification queued) {
    Notice notice = queued.notice();
    int added =
        db.insertInto(CONVERSATION_NOTIFICATIONS)
            .set(CONVERSATION_NOTIFICATIONS.ID, queued.id())
            .set(CONVERSATION_NOTIFICATIONS.CONVERSATION_ID, notice.conversation())
            .set(CONVERSATION_NOTIFICATIONS.NOTIFICATION_TYPE, notice.type())
            .set(CONVERSATION_NOTIFICATIONS.ENTITY_ID, notice.entityId())
            .set(CONVERSATION_NOTIFICATIONS.TITLE, notice.title())
            .set(CONVERSATION_NOTIFICATIONS.BODY, notice.body())
            .set(CONVERSATION_NOTIFICATIONS.CREATED_AT, queued.createdAt())
            .onConflictDoNothing() // its id or the same notice is there
            .execute();
    return added == 1;
  }
}
