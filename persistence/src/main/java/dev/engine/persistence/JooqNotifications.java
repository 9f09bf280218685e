package dev.engine.persistence;

import static dev.engine.persistence.db.Tables.CONVERSATION_NOTIFICATIONS;

import dev.engine.domain.Limit;
import dev.engine.domain.notification.Notice;
import dev.engine.domain.notification.Notification;
import dev.engine.domain.notification.NotificationFilter;
import dev.engine.domain.notification.NotificationId;
import dev.engine.domain.notification.Notifications;
import dev.engine.domain.notification.Queueing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** {@link Notifications} in SQLite. */
final class JooqNotifications implements Notifications {

  private final JooqTransactions transactions;
  private final RandomGenerator random;

  JooqNotifications(JooqTransactions transactions, RandomGenerator random) {
    this.transactions = transactions;
    this.random = random;
  }

  @Override
  public Queueing queue(Notice notice, Instant at) {
    return transactions.write(
        db ->
            same(db, notice)
                .<Queueing>map(Queueing.QueuedBefore::new)
                .orElseGet(() -> new Queueing.Queued(insert(db, notice, at))));
  }

  @Override
  public Optional<Notification> find(NotificationId id) {
    return transactions.read(
        db ->
            db.selectFrom(CONVERSATION_NOTIFICATIONS)
                .where(CONVERSATION_NOTIFICATIONS.ID.eq(id))
                .fetchOptional(JooqNotifications::notification));
  }

  @Override
  public List<Notification> list(NotificationFilter filter, Limit limit) {
    return transactions.read(
        db ->
            db.selectFrom(CONVERSATION_NOTIFICATIONS)
                .where(condition(filter))
                .orderBy(
                    CONVERSATION_NOTIFICATIONS.CREATED_AT.desc(),
                    CONVERSATION_NOTIFICATIONS.ID.desc())
                .limit(limit.rows())
                .fetch(JooqNotifications::notification));
  }

  private static Optional<Notification> same(DSLContext db, Notice notice) {
    return db.selectFrom(CONVERSATION_NOTIFICATIONS)
        .where(CONVERSATION_NOTIFICATIONS.CONVERSATION_ID.eq(notice.conversation()))
        .and(CONVERSATION_NOTIFICATIONS.NOTIFICATION_TYPE.eq(notice.type()))
        .and(CONVERSATION_NOTIFICATIONS.ENTITY_ID.eq(notice.entityId()))
        .fetchOptional(JooqNotifications::notification);
  }

  private Notification insert(DSLContext db, Notice notice, Instant at) {
    Notification queued = Notification.queued(NotificationId.random(random), notice, at);
    while (!isInserted(db, queued)) {
      queued = Notification.queued(NotificationId.random(random), notice, at); // its id was taken
    }
    return queued;
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
            .onConflict(CONVERSATION_NOTIFICATIONS.ID)
            .doNothing()
            .execute();
    return added == 1;
  }

  private static Condition condition(NotificationFilter filter) {
    Condition progress =
        switch (filter.progress()) {
          case WAITING -> CONVERSATION_NOTIFICATIONS.NOTIFIED_AT.isNull();
          case TOLD -> CONVERSATION_NOTIFICATIONS.NOTIFIED_AT.isNotNull();
          case ANY -> DSL.trueCondition();
        };
    return filter.conversation() == null
        ? progress
        : progress.and(CONVERSATION_NOTIFICATIONS.CONVERSATION_ID.eq(filter.conversation()));
  }

  private static Notification notification(Record row) {
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
}
