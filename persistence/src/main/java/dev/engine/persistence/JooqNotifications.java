package dev.engine.persistence;

import static dev.engine.persistence.db.Tables.CONVERSATION_NOTIFICATIONS;

import dev.engine.domain.Listed;
import dev.engine.domain.Page;
import dev.engine.domain.notification.Notice;
import dev.engine.domain.notification.Notification;
import dev.engine.domain.notification.NotificationFilter;
import dev.engine.domain.notification.NotificationId;
import dev.engine.domain.notification.Notifications;
import dev.engine.domain.notification.Queueing;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** {@link Notifications} in SQLite. */
final class JooqNotifications implements Notifications {

  private final JooqTransactions transactions;
  private final NoticeRows notices;

  JooqNotifications(JooqTransactions transactions, RandomGenerator random, JooqJournal journal) {
    this.transactions = transactions;
    this.notices = new NoticeRows(random, journal);
  }

  @Override
  public Queueing queue(Notice notice, Instant at) {
    return transactions.write(db -> notices.queue(db, notice, at));
  }

  @Override
  public Optional<Notification> find(NotificationId id) {
    return transactions.read(
        db ->
            db.selectFrom(CONVERSATION_NOTIFICATIONS)
                .where(CONVERSATION_NOTIFICATIONS.ID.eq(id))
                .fetchOptional(NoticeRows::read));
  }

  @Override
  public Listed<Notification> list(NotificationFilter filter, Page page) {
    Condition fromHere =
        ListPages.newestFirst(
            ORDER, page, CONVERSATION_NOTIFICATIONS.CREATED_AT, CONVERSATION_NOTIFICATIONS.ID);
    return transactions.read(
        db ->
            ORDER.listed(
                db.selectFrom(CONVERSATION_NOTIFICATIONS)
                    .where(condition(filter))
                    .and(fromHere)
                    .orderBy(
                        CONVERSATION_NOTIFICATIONS.CREATED_AT.desc(),
                        CONVERSATION_NOTIFICATIONS.ID.desc())
                    .limit(page.rowsToFind())
                    .fetch(NoticeRows::read),
                page));
  }

  private static Condition condition(NotificationFilter filter) {
    Condition progress =
        switch (filter.progress()) {
          case WAITING -> CONVERSATION_NOTIFICATIONS.NOTIFIED_AT.isNull();
          case TOLD -> CONVERSATION_NOTIFICATIONS.NOTIFIED_AT.isNotNull();
          case ANY -> DSL.noCondition();
        };
    return filter.conversation() == null
        ? progress
        : progress.and(CONVERSATION_NOTIFICATIONS.CONVERSATION_ID.eq(filter.conversation()));
  }
}
