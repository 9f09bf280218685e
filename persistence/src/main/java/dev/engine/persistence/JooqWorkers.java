package dev.engine.persistence;

import static dev.engine.persistence.db.Tables.WORKERS;

import dev.engine.domain.Limit;
import dev.engine.domain.Listed;
import dev.engine.domain.Page;
import dev.engine.domain.session.StatusText;
import dev.engine.domain.worker.Asking;
import dev.engine.domain.worker.AttemptId;
import dev.engine.domain.worker.Cancelling;
import dev.engine.domain.worker.Reporting;
import dev.engine.domain.worker.Retrying;
import dev.engine.domain.worker.Spawning;
import dev.engine.domain.worker.WorkOrder;
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
import org.jooq.impl.DSL;

/** {@link Workers} in SQLite. */
final class JooqWorkers implements Workers {

  private final JooqTransactions transactions;
  private final WorkerSteps steps;

  JooqWorkers(JooqTransactions transactions, RandomGenerator random, JooqJournal journal) {
    this.transactions = transactions;
    this.steps = new WorkerSteps(random, journal);
  }

  @Override
  public Spawning spawn(WorkOrder order, Path outputs, Instant at) {
    return transactions.write(
        db ->
            holder(db, order)
                .<Spawning>map(Spawning.SpawnedBefore::new)
                .or(() -> missing(db, order).map(Spawning.NoSuchDependency::new))
                .orElseGet(() -> new Spawning.Spawned(steps.added(db, order, outputs, at))));
  }

  @Override
  public Optional<Worker> find(WorkerId id) {
    return transactions.read(db -> WorkerRows.find(db, id));
  }

  @Override
  public Listed<Worker> list(WorkerFilter filter, Page page) {
    Condition fromHere = ListPages.newestFirst(ORDER, page, WORKERS.CREATED_AT, WORKERS.ID);
    return transactions.read(
        db ->
            ORDER.listed(
                WorkerRows.select(db)
                    .where(condition(filter))
                    .and(fromHere)
                    .orderBy(WORKERS.CREATED_AT.desc(), WORKERS.ID.desc())
                    .limit(page.rowsToFind())
                    .fetch(WorkerRows::worker),
                page));
  }

  @Override
  public List<Worker> asking(Limit limit) {
    return transactions.read(
        db ->
            WorkerRows.select(db)
                .where(WorkerRows.ASKS)
                .orderBy(WORKERS.CREATED_AT, WORKERS.ID)
                .limit(limit.rows())
                .fetch(WorkerRows::worker));
  }

  @Override
  public Cancelling cancel(WorkerId id, Instant at) {
    return transactions.write(
        db ->
            WorkerRows.find(db, id)
                .map(worker -> cancelled(db, worker, at))
                .orElseGet(() -> new Cancelling.NoSuchWorker(id)));
  }

  @Override
  public Retrying retry(WorkerId id, Instant at) {
    return transactions.write(
        db ->
            WorkerRows.find(db, id)
                .map(worker -> retried(db, worker, at))
                .orElseGet(() -> new Retrying.NoSuchWorker(id)));
  }

  @Override
  public Asking ask(WorkerId id, String question, Instant at) {
    return transactions.write(
        db ->
            WorkerRows.find(db, id)
                .map(worker -> asked(db, worker, question, at))
                .orElseGet(() -> new Asking.NoSuchWorker(id)));
  }

  @Override
  public Reporting report(WorkerId id, StatusText text, Instant at) {
    return transactions.write(
        db ->
            WorkerRows.find(db, id)
                .map(worker -> reported(db, worker, text, at))
                .orElseGet(() -> new Reporting.NoSuchWorker(id)));
  }

  private Cancelling cancelled(DSLContext db, Worker worker, Instant at) {
    return switch (worker.status()) {
      case PENDING -> {
        Worker next = worker.cancelled(at);
        steps.moved(db, next, WorkerEvents.cancelled(next, at), at);
        yield new Cancelling.CancelledNow(next);
      }
      case RUNNING -> {
        Worker next = worker.unwanted(at);
        if (!next.equals(worker)) {
          steps.moved(db, next, WorkerEvents.cancelRequested(next, at), at);
        }
        yield new Cancelling.Requested(next);
      }
      case COMPLETE, FAILED -> new Cancelling.FinishedBefore(worker);
    };
  }

  private Retrying retried(DSLContext db, Worker worker, Instant at) {
    if (!worker.isFinished()) {
      return new Retrying.NotFinished(worker);
    }
    return holder(db, worker.order())
        .<Retrying>map(Retrying.KeyTaken::new)
        .orElseGet(
            () -> {
              Worker next = worker.again(at);
              WorkerRows.setQuestion(db, worker.id(), null);
              steps.moved(db, next, WorkerEvents.retried(next, at), at);
              return new Retrying.RetriedNow(next);
            });
  }

  private Asking asked(DSLContext db, Worker worker, String question, Instant at) {
    if (worker.status() != WorkerStatus.RUNNING) {
      return new Asking.NotRunning(worker);
    }
    AttemptId attempt = new AttemptId(worker.id(), AttemptRows.latest(db, worker.id()));
    return WorkerSteps.question(db, attempt)
        .filter(ping -> !ping.isAnswered())
        .<Asking>map(ping -> new Asking.AskedBefore(worker, ping.id()))
        .orElseGet(
            () -> new Asking.AskedNow(worker, steps.asked(db, worker, attempt, question, at)));
  }

  private Reporting reported(DSLContext db, Worker worker, StatusText text, Instant at) {
    if (worker.status() != WorkerStatus.RUNNING) {
      return new Reporting.NotRunning(worker);
    }
    Worker next = worker.reporting(text);
    if (!next.equals(worker)) {
      steps.moved(db, next, WorkerEvents.reported(next, text.value(), at), at);
    }
    return new Reporting.Reported(next);
  }

  /** Who has the dedupe key of {@code order} now. */
  private static Optional<Worker> holder(DSLContext db, WorkOrder order) {
    return Optional.ofNullable(order.dedupeKey())
        .flatMap(
            key ->
                WorkerRows.find(db, WORKERS.DEDUPE_KEY.eq(key).and(WORKERS.FINISHED_AT.isNull())));
  }

  /** The first that {@code order} depends on and that is not stored. */
  private static Optional<WorkerId> missing(DSLContext db, WorkOrder order) {
    return order.dependsOn().stream()
        .filter(id -> !db.fetchExists(DSL.selectOne().from(WORKERS).where(WORKERS.ID.eq(id))))
        .findFirst();
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
}
