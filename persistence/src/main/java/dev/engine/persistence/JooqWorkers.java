package dev.engine.persistence;

import static dev.engine.persistence.db.Tables.WORKERS;

import dev.engine.domain.Listed;
import dev.engine.domain.Page;
import dev.engine.domain.worker.Completing;
import dev.engine.domain.worker.Failing;
import dev.engine.domain.worker.Starting;
import dev.engine.domain.worker.Task;
import dev.engine.domain.worker.Worker;
import dev.engine.domain.worker.WorkerEvents;
import dev.engine.domain.worker.WorkerFilter;
import dev.engine.domain.worker.WorkerId;
import dev.engine.domain.worker.WorkerStatus;
import dev.engine.domain.worker.Workers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** {@link Workers} in SQLite. */
final class JooqWorkers implements Workers {

  private final JooqTransactions transactions;
  private final RandomGenerator random;
  private final JooqJournal journal;
  private final NoticeQueue notices;

  JooqWorkers(JooqTransactions transactions, RandomGenerator random, JooqJournal journal) {
    this.transactions = transactions;
    this.random = random;
    this.journal = journal;
    this.notices = new NoticeQueue(random, journal.rows());
  }

  @Override
  public Worker add(Task task, Path outputs, Instant at) {
    return transactions.write(
        db -> {
          Worker added = Worker.pending(WorkerId.random(random), task, outputs, at);
          while (!isInserted(db, added)) {
            added = Worker.pending(WorkerId.random(random), task, outputs, at); // its id was taken
          }
          journal.add(db, WorkerEvents.advanced(added, at));
          return added;
        });
  }

  @Override
  public Optional<Worker> find(WorkerId id) {
    return transactions.read(db -> find(db, id));
  }

  @Override
  public Listed<Worker> list(WorkerFilter filter, Page page) {
    Condition fromHere = ListPages.newestFirst(ORDER, page, WORKERS.CREATED_AT, WORKERS.ID);
    return transactions.read(
        db ->
            ORDER.listed(
                db.selectFrom(WORKERS)
                    .where(condition(filter))
                    .and(fromHere)
                    .orderBy(WORKERS.CREATED_AT.desc(), WORKERS.ID.desc())
                    .limit(page.rowsToFind())
                    .fetch(JooqWorkers::worker),
                page));
  }

  @Override
  public Starting start(WorkerId id, Instant at) {
    return transactions.write(
        db -> {
          int started =
              db.update(WORKERS)
                  .set(WORKERS.STATUS, WorkerStatus.RUNNING)
                  .set(WORKERS.STARTED_AT, at)
                  .where(WORKERS.ID.eq(id))
                  .and(WORKERS.STATUS.eq(WorkerStatus.PENDING))
                  .execute();
          return find(db, id)
              .<Starting>map(
                  worker ->
                      started == 1 ? started(db, worker, at) : new Starting.NotPending(worker))
              .orElseGet(() -> new Starting.NoSuchWorker(id));
        });
  }

  @Override
  public Completing complete(WorkerId id, Instant at) {
    return transactions.write(
        db -> {
          boolean completed =
              finish(db, id, at, WorkerStatus.COMPLETE, List.of(WorkerStatus.RUNNING));
          return find(db, id)
              .<Completing>map(
                  worker ->
                      completed
                          ? new Completing.CompletedNow(worker)
                          : new Completing.NotRunning(worker))
              .orElseGet(() -> new Completing.NoSuchWorker(id));
        });
  }

  @Override
  public Failing fail(WorkerId id, Instant at) {
    return transactions.write(
        db -> {
          boolean failed =
              finish(
                  db,
                  id,
                  at,
                  WorkerStatus.FAILED,
                  List.of(WorkerStatus.PENDING, WorkerStatus.RUNNING));
          return find(db, id)
              .<Failing>map(
                  worker ->
                      failed ? new Failing.FailedNow(worker) : new Failing.FinishedBefore(worker))
              .orElseGet(() -> new Failing.NoSuchWorker(id));
        });
  }

  /**
   * Moves {@code id} on to {@code outcome} and has its owner told, if it stands at {@code from}.
   */
  private boolean finish(
      DSLContext db, WorkerId id, Instant at, WorkerStatus outcome, List<WorkerStatus> from) {
    int finished =
        db.update(WORKERS)
            .set(WORKERS.STATUS, outcome)
            .set(WORKERS.FINISHED_AT, at)
            .where(WORKERS.ID.eq(id))
            .and(WORKERS.STATUS.in(from))
            .execute();
    if (finished == 0) {
      return false;
    }
    Worker worker = find(db, id).orElseThrow();
    journal.add(db, WorkerEvents.advanced(worker, at));
    worker.outcomeNotice().ifPresent(notice -> notices.add(db, notice, at));
    return true;
  }

  private Starting started(DSLContext db, Worker running, Instant at) {
    journal.add(db, WorkerEvents.advanced(running, at));
    return new Starting.StartedNow(running);
  }

  private static Optional<Worker> find(DSLContext db, WorkerId id) {
    return db.selectFrom(WORKERS).where(WORKERS.ID.eq(id)).fetchOptional(JooqWorkers::worker);
  }

  private static boolean isInserted(DSLContext db, Worker added) {
    Task task = added.task();
    int rows =
        db.insertInto(WORKERS)
            .set(WORKERS.ID, added.id())
            .set(WORKERS.SESSION_ID, task.parent())
            .set(WORKERS.CONVERSATION_ID, task.owner())
            .set(WORKERS.PRIMITIVE, task.primitive())
            .set(WORKERS.STATUS, added.status())
            .set(WORKERS.INSTRUCTIONS, task.instructions())
            .set(WORKERS.WORKSPACE_PATH, added.workspacePath())
            .set(WORKERS.CREATED_AT, added.createdAt())
            .onConflict(WORKERS.ID)
            .doNothing()
            .execute();
    return rows == 1;
  }

  private static Condition condition(WorkerFilter filter) {
    Condition condition = DSL.noCondition();
    if (filter.status() != null) {
      condition = condition.and(WORKERS.STATUS.eq(filter.status()));
    }
    if (filter.owner() != null) {
      condition = condition.and(WORKERS.CONVERSATION_ID.eq(filter.owner()));
    }
    if (filter.parent() != null) {
      condition = condition.and(WORKERS.SESSION_ID.eq(filter.parent()));
    }
    return condition;
  }

  private static Worker worker(Record row) {
    Task task =
        new Task(
            row.get(WORKERS.PRIMITIVE),
            row.get(WORKERS.INSTRUCTIONS),
            row.get(WORKERS.SESSION_ID),
            row.get(WORKERS.CONVERSATION_ID));
    return new Worker(
        row.get(WORKERS.ID),
        task,
        row.get(WORKERS.WORKSPACE_PATH),
        row.get(WORKERS.CREATED_AT),
        state(row));
  }

  private static Worker.State state(Record row) {
    Instant startedAt = row.get(WORKERS.STARTED_AT);
    Instant finishedAt = row.get(WORKERS.FINISHED_AT);
    return switch (row.get(WORKERS.STATUS)) {
      case PENDING -> new Worker.State.Pending();
      case RUNNING -> new Worker.State.Running(startedAt);
      case COMPLETE -> new Worker.State.Complete(startedAt, finishedAt);
      case FAILED -> new Worker.State.Failed(startedAt, finishedAt);
    };
  }
}
