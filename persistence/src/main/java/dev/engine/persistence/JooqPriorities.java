package dev.engine.persistence;

import static dev.engine.persistence.db.Tables.PRIORITIES;

import dev.engine.domain.Limit;
import dev.engine.domain.Listed;
import dev.engine.domain.Page;
import dev.engine.domain.priority.Amending;
import dev.engine.domain.priority.Amendment;
import dev.engine.domain.priority.Completion;
import dev.engine.domain.priority.Level;
import dev.engine.domain.priority.Move;
import dev.engine.domain.priority.Place;
import dev.engine.domain.priority.Pool;
import dev.engine.domain.priority.PoolSummary;
import dev.engine.domain.priority.Priorities;
import dev.engine.domain.priority.Priority;
import dev.engine.domain.priority.Priority.State;
import dev.engine.domain.priority.PriorityEvents;
import dev.engine.domain.priority.PriorityFilter;
import dev.engine.domain.priority.PriorityFilter.Which;
import dev.engine.domain.priority.PriorityId;
import dev.engine.domain.priority.PriorityText;
import dev.engine.domain.priority.Removal;
import dev.engine.domain.priority.Reopening;
import dev.engine.domain.priority.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** {@link Priorities} in SQLite. Where they stand is up to {@link PriorityOrder}. */
final class JooqPriorities implements Priorities {

  private final JooqTransactions transactions;
  private final RandomGenerator random;
  private final JooqJournal journal;

  JooqPriorities(JooqTransactions transactions, RandomGenerator random, JooqJournal journal) {
    this.transactions = transactions;
    this.random = random;
    this.journal = journal;
  }

  @Override
  public Priority add(PriorityText content, Level level, Pool pool, Instant at) {
    return transactions.write(
        db -> {
          long end = new PriorityOrder(db).end(pool);
          Priority added;
          do {
            added = Priority.added(PriorityId.random(random), content, level, pool, at);
          } while (!isInserted(db, added, end)); // its id was taken
          journal.add(db, PriorityEvents.added(added));
          return added;
        });
  }

  @Override
  public Optional<Priority> find(PriorityId id) {
    return transactions.read(db -> find(db, id));
  }

  @Override
  public Completion complete(PriorityId id, Instant at) {
    return transactions.write(
        db -> {
          int completed =
              db.update(PRIORITIES)
                  .set(PRIORITIES.COMPLETED_AT, at)
                  .where(PRIORITIES.ID.eq(id))
                  .and(PRIORITIES.COMPLETED_AT.isNull())
                  .execute();
          return find(db, id)
              .map(
                  priority ->
                      completed == 1
                          ? completed(db, priority, at)
                          : new Completion.CompletedBefore(priority))
              .orElseGet(() -> new Completion.NoSuchPriority(id));
        });
  }

  @Override
  public Reopening reopen(PriorityId id, Instant at) {
    return transactions.write(
        db ->
            find(db, id)
                .map(
                    stored ->
                        stored.isOpen() ? new Reopening.NotDone(stored) : reopen(db, stored, at))
                .orElseGet(() -> new Reopening.NoSuchPriority(id)));
  }

  @Override
  public Amending amend(PriorityId id, Amendment amendment, Instant at) {
    return transactions.write(
        db ->
            find(db, id)
                .<Amending>map(stored -> new Amending.Amended(amend(db, stored, amendment, at)))
                .orElseGet(() -> new Amending.NoSuchPriority(id)));
  }

  @Override
  public Move move(PriorityId id, Place place, Instant at) {
    return transactions.write(
        db ->
            find(db, id)
                .map(
                    stored ->
                        stored.isOpen()
                            ? move(db, stored, place, at)
                            : new Move.AlreadyDone(stored))
                .orElseGet(() -> new Move.NoSuchPriority(id)));
  }

  @Override
  public Removal remove(PriorityId id, Instant at) {
    return transactions.write(
        db ->
            find(db, id)
                .<Removal>map(stored -> new Removal.Removed(removed(db, stored, at)))
                .orElseGet(() -> new Removal.NoSuchPriority(id)));
  }

  @Override
  public Listed<Priority> list(PriorityFilter filter, Page page) {
    return switch (filter.which()) {
      case Which.Open open -> open(filter, page);
      case Which.CarriedOver over -> open(filter, page);
      case Which.DoneSince since -> done(filter, page);
    };
  }

  @Override
  public List<PoolSummary> pools(Limit limit) {
    return transactions.read(
        db ->
            db.select(
                    PRIORITIES.POOL,
                    DSL.count().filterWhere(PRIORITIES.COMPLETED_AT.isNull()),
                    DSL.count().filterWhere(PRIORITIES.COMPLETED_AT.isNotNull()))
                .from(PRIORITIES)
                .groupBy(PRIORITIES.POOL)
                .orderBy(PRIORITIES.POOL)
                .limit(limit.rows())
                .fetch(row -> new PoolSummary(row.value1(), row.value2(), row.value3())));
  }

  private Listed<Priority> open(PriorityFilter filter, Page page) {
    Condition fromHere =
        OPEN_ORDER.start(page).map(PriorityOrder::isBehind).orElseGet(DSL::noCondition);
    return transactions
        .read(
            db ->
                OPEN_ORDER.listed(
                    db.selectFrom(PRIORITIES)
                        .where(condition(filter))
                        .and(fromHere)
                        .orderBy(PriorityOrder.BY_PLACE)
                        .limit(page.rowsToFind())
                        .fetch(row -> new Standing(priority(row), row.get(PRIORITIES.POSITION))),
                    page))
        .map(Standing::priority);
  }

  private Listed<Priority> done(PriorityFilter filter, Page page) {
    Condition fromHere =
        ListPages.newestFirst(DONE_ORDER, page, PRIORITIES.COMPLETED_AT, PRIORITIES.ID);
    return transactions.read(
        db ->
            DONE_ORDER.listed(
                db.selectFrom(PRIORITIES)
                    .where(condition(filter))
                    .and(fromHere)
                    .orderBy(PRIORITIES.COMPLETED_AT.desc(), PRIORITIES.ID.desc())
                    .limit(page.rowsToFind())
                    .fetch(JooqPriorities::priority),
                page));
  }

  private static Optional<Priority> find(DSLContext db, PriorityId id) {
    return db.selectFrom(PRIORITIES)
        .where(PRIORITIES.ID.eq(id))
        .fetchOptional(JooqPriorities::priority);
  }

  private static boolean isInserted(DSLContext db, Priority added, long position) {
    int inserted =
        db.insertInto(PRIORITIES)
            .set(PRIORITIES.ID, added.id())
            .set(PRIORITIES.CONTENT, added.content())
            .set(PRIORITIES.LEVEL, added.level())
            .set(PRIORITIES.POOL, added.pool())
            .set(PRIORITIES.POSITION, position)
            .set(PRIORITIES.CREATED_AT, added.createdAt())
            .onConflict(PRIORITIES.ID)
            .doNothing()
            .execute();
    return inserted == 1;
  }

  private Priority removed(DSLContext db, Priority stored, Instant at) {
    db.deleteFrom(PRIORITIES).where(PRIORITIES.ID.eq(stored.id())).execute();
    journal.add(db, PriorityEvents.removed(stored, at));
    return stored;
  }

  private Completion completed(DSLContext db, Priority done, Instant at) {
    journal.add(db, PriorityEvents.completed(done, at));
    return new Completion.CompletedNow(done);
  }

  private Reopening reopen(DSLContext db, Priority done, Instant at) {
    db.update(PRIORITIES)
        .setNull(PRIORITIES.COMPLETED_AT)
        .set(PRIORITIES.POSITION, new PriorityOrder(db).end(done.pool()))
        .where(PRIORITIES.ID.eq(done.id()))
        .execute();
    journal.add(db, PriorityEvents.reopened(done, at));
    return new Reopening.Reopened(done.reopened());
  }

  private Priority amend(DSLContext db, Priority stored, Amendment amendment, Instant at) {
    Priority amended = stored.amended(amendment);
    db.update(PRIORITIES)
        .set(PRIORITIES.CONTENT, amended.content())
        .set(PRIORITIES.LEVEL, amended.level())
        .where(PRIORITIES.ID.eq(amended.id()))
        .execute();
    journal.add(db, PriorityEvents.amended(stored, amended, at));
    return amended;
  }

  private Move move(DSLContext db, Priority open, Place place, Instant at) {
    Move move = moved(db, open, place);
    if (move instanceof Move.Moved moved) {
      journal.add(db, PriorityEvents.moved(moved.priority(), place, at));
    }
    return move;
  }

  private static Move moved(DSLContext db, Priority open, Place place) {
    PriorityOrder order = new PriorityOrder(db);
    return switch (place) {
      case Place.First first -> placed(db, open, order.start(open.pool()));
      case Place.Last last -> placed(db, open, order.end(open.pool()));
      case Place.EndOf end -> placed(db, open.in(end.pool()), order.end(end.pool()));
      case Place.Before before ->
          find(db, before.other())
              .filter(other -> other.isOpen() && other.pool().equals(open.pool()))
              .map(other -> placed(db, open, order.before(other, open)))
              .orElseGet(() -> new Move.NoSuchPlace(open, before.other()));
    };
  }

  private static Move placed(DSLContext db, Priority moved, long position) {
    db.update(PRIORITIES)
        .set(PRIORITIES.POOL, moved.pool())
        .set(PRIORITIES.POSITION, position)
        .where(PRIORITIES.ID.eq(moved.id()))
        .execute();
    return new Move.Moved(moved);
  }

  private static Condition condition(PriorityFilter filter) {
    Condition which =
        switch (filter.which()) {
          case Which.Open open -> PRIORITIES.COMPLETED_AT.isNull();
          case Which.CarriedOver over ->
              PRIORITIES.COMPLETED_AT.isNull().and(PRIORITIES.CREATED_AT.lt(over.instant()));
          case Which.DoneSince since -> PRIORITIES.COMPLETED_AT.ge(since.instant());
        };
    return filter.pool() == null ? which : which.and(PRIORITIES.POOL.eq(filter.pool()));
  }

  private static Priority priority(Record row) {
    Instant completedAt = row.get(PRIORITIES.COMPLETED_AT);
    return new Priority(
        row.get(PRIORITIES.ID),
        row.get(PRIORITIES.CONTENT),
        row.get(PRIORITIES.LEVEL),
        row.get(PRIORITIES.POOL),
        row.get(PRIORITIES.CREATED_AT),
        completedAt == null ? new State.Open() : new State.Done(completedAt));
  }
}
