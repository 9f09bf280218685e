package dev.engine.persistence;

import static dev.engine.persistence.db.Tables.PINGS;

import dev.engine.domain.Listed;
import dev.engine.domain.Page;
import dev.engine.domain.ping.Acknowledging;
import dev.engine.domain.ping.Answer;
import dev.engine.domain.ping.Answering;
import dev.engine.domain.ping.Appeal;
import dev.engine.domain.ping.Ping;
import dev.engine.domain.ping.PingEvents;
import dev.engine.domain.ping.PingFilter;
import dev.engine.domain.ping.PingId;
import dev.engine.domain.ping.Pings;
import dev.engine.domain.ping.Snoozing;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** {@link Pings} in SQLite. */
final class JooqPings implements Pings {

  private final JooqTransactions transactions;
  private final RandomGenerator random;
  private final JooqJournal journal;
  private final NoticeQueue notices;
  private final WorkerSteps workers;

  JooqPings(JooqTransactions transactions, RandomGenerator random, JooqJournal journal) {
    this.transactions = transactions;
    this.random = random;
    this.journal = journal;
    this.notices = new NoticeQueue(random, journal.rows());
    this.workers = new WorkerSteps(random, journal);
  }

  @Override
  public Ping send(Appeal appeal, Instant at) {
    return transactions.write(db -> send(db, random, journal, appeal, at));
  }

  /** The same inside a transaction of others. */
  static Ping send(
      DSLContext db, RandomGenerator random, JooqJournal journal, Appeal appeal, Instant at) {
    Ping sent = Ping.sent(PingId.random(random), appeal, at);
    while (!isInserted(db, sent)) {
      sent = Ping.sent(PingId.random(random), appeal, at); // its id was taken
    }
    journal.add(db, PingEvents.sent(sent));
    return sent;
  }

  @Override
  public Optional<Ping> find(PingId id) {
    return transactions.read(db -> find(db, id));
  }

  @Override
  public Listed<Ping> list(PingFilter filter, Page page) {
    Condition fromHere = ListPages.newestFirst(ORDER, page, PINGS.CREATED_AT, PINGS.ID);
    return transactions.read(
        db ->
            ORDER.listed(
                db.selectFrom(PINGS)
                    .where(condition(filter))
                    .and(fromHere)
                    .orderBy(PINGS.CREATED_AT.desc(), PINGS.ID.desc())
                    .limit(page.rowsToFind())
                    .fetch(JooqPings::ping),
                page));
  }

  @Override
  public Acknowledging acknowledge(PingId id, Instant at) {
    return transactions.write(db -> acknowledge(db, journal, id, at));
  }

  /** The same inside a transaction of others. */
  static Acknowledging acknowledge(DSLContext db, JooqJournal journal, PingId id, Instant at) {
    int acknowledged =
        db.update(PINGS)
            .set(PINGS.ACKNOWLEDGED_AT, at)
            .where(PINGS.ID.eq(id))
            .and(PINGS.ACKNOWLEDGED_AT.isNull())
            .execute();
    return find(db, id)
        .<Acknowledging>map(
            ping ->
                acknowledged == 1
                    ? seen(db, journal, ping, at)
                    : new Acknowledging.AcknowledgedBefore(ping))
        .orElseGet(() -> new Acknowledging.NoSuchPing(id));
  }

  @Override
  public Answering answer(PingId id, Answer answer, Instant at) {
    return transactions.write(
        db -> {
          int answered =
              db.update(PINGS)
                  .set(PINGS.ANSWER, answer)
                  .set(PINGS.ANSWERED_AT, at)
                  .set(
                      PINGS.ACKNOWLEDGED_AT,
                      DSL.coalesce(PINGS.ACKNOWLEDGED_AT, DSL.val(at, PINGS.ACKNOWLEDGED_AT)))
                  .where(PINGS.ID.eq(id))
                  .and(PINGS.ANSWERED_AT.isNull())
                  .execute();
          return find(db, id)
              .<Answering>map(
                  ping -> answered == 1 ? told(db, ping, at) : new Answering.AnsweredBefore(ping))
              .orElseGet(() -> new Answering.NoSuchPing(id));
        });
  }

  @Override
  public Snoozing snooze(PingId id, Instant until, Instant at) {
    return transactions.write(
        db ->
            find(db, id)
                .map(
                    ping ->
                        ping.isOpen() ? snoozed(db, ping, until, at) : new Snoozing.NotOpen(ping))
                .orElseGet(() -> new Snoozing.NoSuchPing(id)));
  }

  private static Acknowledging seen(
      DSLContext db, JooqJournal journal, Ping acknowledged, Instant at) {
    journal.add(db, PingEvents.acknowledged(acknowledged, at));
    return new Acknowledging.AcknowledgedNow(acknowledged);
  }

  private Snoozing snoozed(DSLContext db, Ping open, Instant until, Instant at) {
    Ping snoozed = open.snoozed(until);
    db.update(PINGS).set(PINGS.SNOOZED_UNTIL, until).where(PINGS.ID.eq(open.id())).execute();
    journal.add(db, PingEvents.snoozed(open, snoozed, at));
    return new Snoozing.Snoozed(snoozed);
  }

  private Answering told(DSLContext db, Ping answered, Instant at) {
    journal.add(db, PingEvents.answered(answered, at));
    answered.answerNotice().ifPresent(notice -> notices.add(db, notice, at));
    workers.answered(db, answered, at);
    return new Answering.AnsweredNow(answered);
  }

  static Optional<Ping> find(DSLContext db, PingId id) {
    return db.selectFrom(PINGS).where(PINGS.ID.eq(id)).fetchOptional(JooqPings::ping);
  }

  private static boolean isInserted(DSLContext db, Ping sent) {
    Appeal appeal = sent.appeal();
    int added =
        db.insertInto(PINGS)
            .set(PINGS.ID, sent.id())
            .set(PINGS.SESSION_ID, appeal.session())
            .set(PINGS.CONVERSATION_ID, appeal.conversation())
            .set(PINGS.MESSAGE, appeal.message())
            .set(PINGS.URGENCY, appeal.urgency())
            .set(PINGS.CREATED_AT, sent.createdAt())
            .onConflict(PINGS.ID)
            .doNothing()
            .execute();
    return added == 1;
  }

  private static Condition condition(PingFilter filter) {
    Condition progress =
        switch (filter.progress()) {
          case OPEN -> PINGS.ACKNOWLEDGED_AT.isNull();
          case ACKNOWLEDGED -> PINGS.ACKNOWLEDGED_AT.isNotNull().and(PINGS.ANSWERED_AT.isNull());
          case ANSWERED -> PINGS.ANSWERED_AT.isNotNull();
          case ANY -> DSL.noCondition();
        };
    return filter.conversation() == null
        ? progress
        : progress.and(PINGS.CONVERSATION_ID.eq(filter.conversation()));
  }

  private static Ping ping(Record row) {
    Appeal appeal =
        new Appeal(
            row.get(PINGS.SESSION_ID),
            row.get(PINGS.CONVERSATION_ID),
            row.get(PINGS.URGENCY),
            row.get(PINGS.MESSAGE));
    return new Ping(row.get(PINGS.ID), appeal, row.get(PINGS.CREATED_AT), state(row));
  }

  private static Ping.State state(Record row) {
    Instant acknowledgedAt = row.get(PINGS.ACKNOWLEDGED_AT);
    if (acknowledgedAt == null) {
      return new Ping.State.Open(row.get(PINGS.SNOOZED_UNTIL));
    }
    return row.get(PINGS.ANSWERED_AT) == null
        ? new Ping.State.Acknowledged(acknowledgedAt)
        : new Ping.State.Answered(
            acknowledgedAt, row.get(PINGS.ANSWERED_AT), row.get(PINGS.ANSWER));
  }
}
