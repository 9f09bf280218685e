package dev.engine.persistence;

import static dev.engine.persistence.db.Tables.WORKERS;
import static dev.engine.persistence.db.Tables.WORKER_ATTEMPTS;

import dev.engine.domain.Limit;
import dev.engine.domain.ping.Ping;
import dev.engine.domain.session.ClaudeSessionId;
import dev.engine.domain.session.ProcessIdentity;
import dev.engine.domain.worker.Attempt;
import dev.engine.domain.worker.AttemptEnd;
import dev.engine.domain.worker.AttemptId;
import dev.engine.domain.worker.Capacity;
import dev.engine.domain.worker.Claiming;
import dev.engine.domain.worker.Finishing;
import dev.engine.domain.worker.Input;
import dev.engine.domain.worker.Launching;
import dev.engine.domain.worker.Primitive;
import dev.engine.domain.worker.Turn;
import dev.engine.domain.worker.WorkUnderway;
import dev.engine.domain.worker.Worker;
import dev.engine.domain.worker.WorkerEvents;
import dev.engine.domain.worker.WorkerId;
import dev.engine.domain.worker.WorkerQueue;
import dev.engine.domain.worker.WorkerStatus;
import dev.engine.persistence.db.tables.WorkerAttempts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * {@link WorkerQueue} in SQLite. Workers of one kind stand in one part of an index, in the order of
 * their turns; so those that cannot have theirs yet are never walked over.
 */
final class JooqWorkerQueue implements WorkerQueue {

  private static final int MOST_COUNTED = 1_000;

  private static final WorkerAttempts LATER = WORKER_ATTEMPTS.as("later");

  private final JooqTransactions transactions;
  private final JooqJournal journal;
  private final WorkerSteps steps;

  JooqWorkerQueue(JooqTransactions transactions, RandomGenerator random, JooqJournal journal) {
    this.transactions = transactions;
    this.journal = journal;
    this.steps = new WorkerSteps(random, journal);
  }

  @Override
  public Claiming claim(Capacity capacity, ClaudeSessionId fresh, Instant at) {
    return transactions.write(
        db -> {
          Map<Primitive, Long> atWork = atWork(db);
          long total = atWork.values().stream().mapToLong(Long::longValue).sum();
          if (total < capacity.fleet()) {
            wake(db, at);
            Optional<Worker> next = next(db, capacity, atWork);
            if (next.isPresent()) {
              return claimed(db, next.get(), fresh, at);
            }
          }
          return new Claiming.NothingReady(nextTime(db));
        });
  }

  @Override
  public Launching launched(AttemptId id, ProcessIdentity process, Instant at) {
    return transactions.write(
        db ->
            AttemptRows.find(db, id)
                .map(attempt -> launched(db, attempt, process, at))
                .orElseGet(() -> new Launching.NoSuchAttempt(id)));
  }

  @Override
  public List<WorkUnderway> unfinished(Limit limit) {
    return transactions.read(
        db ->
            db
                .selectFrom(WORKER_ATTEMPTS)
                .where(WORKER_ATTEMPTS.FINISHED_AT.isNull())
                .orderBy(
                    WORKER_ATTEMPTS.STARTED_AT, WORKER_ATTEMPTS.WORKER_ID, WORKER_ATTEMPTS.NUMBER)
                .limit(limit.rows())
                .fetch(AttemptRows::attempt)
                .stream()
                .map(attempt -> new WorkUnderway(worker(db, attempt.id().worker()), attempt))
                .toList());
  }

  @Override
  public Finishing finish(AttemptId id, AttemptEnd end, Instant at) {
    return transactions.write(
        db ->
            AttemptRows.find(db, id)
                .map(
                    attempt ->
                        attempt.isUnderway()
                            ? finished(db, attempt, end, at)
                            : new Finishing.FinishedBefore(attempt))
                .orElseGet(() -> new Finishing.NoSuchAttempt(id)));
  }

  @Override
  public List<Attempt> attempts(WorkerId worker, Limit limit) {
    return transactions.read(
        db ->
            db.selectFrom(WORKER_ATTEMPTS)
                .where(WORKER_ATTEMPTS.WORKER_ID.eq(worker))
                .orderBy(WORKER_ATTEMPTS.NUMBER.desc())
                .limit(limit.rows())
                .fetch(AttemptRows::attempt));
  }

  @Override
  public Map<WorkerId, Attempt> latestAttempts(Collection<WorkerId> workers) {
    if (workers.isEmpty()) {
      return Map.of(); // for none of them, SQLite would look at all there are
    }
    return transactions.read(
        db ->
            db
                .selectFrom(WORKER_ATTEMPTS)
                .where(WORKER_ATTEMPTS.WORKER_ID.in(workers))
                .and(
                    WORKER_ATTEMPTS.NUMBER.eq(
                        DSL.select(DSL.max(LATER.NUMBER))
                            .from(LATER)
                            .where(LATER.WORKER_ID.eq(WORKER_ATTEMPTS.WORKER_ID))))
                .fetch(AttemptRows::attempt)
                .stream()
                .collect(Collectors.toMap(attempt -> attempt.id().worker(), Function.identity())));
  }

  @Override
  public Optional<Turn> turn(WorkerId worker, Instant at) {
    return transactions.read(
        db ->
            WorkerRows.select(db)
                .where(WORKERS.ID.eq(worker))
                .and(waiting(WorkerRows.READY).or(waiting(WorkerRows.DELAYED).and(isTime(at))))
                .fetchOptional(WorkerRows::worker)
                .map(found -> new Turn(ahead(db, found, at), counted(db))));
  }

  private Claiming claimed(DSLContext db, Worker worker, ClaudeSessionId fresh, Instant at) {
    AttemptId id = new AttemptId(worker.id(), AttemptRows.latest(db, worker.id()) + 1);
    Input input = input(db, worker);
    ClaudeSessionId session = input instanceof Input.Answer answer ? answer.session() : fresh;
    Attempt attempt = Attempt.begun(id, session, at);
    Worker running = worker.started(at);
    AttemptRows.insert(db, attempt);
    steps.moved(db, running, WorkerEvents.started(running, attempt), at);
    return new Claiming.Claimed(running, attempt, input);
  }

  private static Input input(DSLContext db, Worker worker) {
    return WorkerRows.question(db, worker.id())
        .map(question -> answer(db, worker, question))
        .orElseGet(() -> new Input.Instructions(worker.task().instructions()));
  }

  private static Input answer(DSLContext db, Worker worker, WorkerRows.Question question) {
    Ping ping = JooqPings.find(db, question.ping()).orElseThrow();
    Attempt asking =
        AttemptRows.find(db, new AttemptId(worker.id(), question.attempt())).orElseThrow();
    return ping.state() instanceof Ping.State.Answered answered
        ? new Input.Answer(answered.answer().text(), asking.claudeSession())
        : new Input.Instructions(worker.task().instructions());
  }

  private Launching launched(DSLContext db, Attempt attempt, ProcessIdentity process, Instant at) {
    if (!attempt.isUnderway()) {
      return new Launching.EndedBefore(attempt);
    }
    AttemptRows.setProcess(db, attempt.id(), process);
    Worker worker = worker(db, attempt.id().worker());
    journal.add(db, WorkerEvents.launched(worker, attempt.id(), process, at));
    return new Launching.Launched(attempt.by(process));
  }

  private Finishing finished(DSLContext db, Attempt attempt, AttemptEnd end, Instant at) {
    Worker worker = worker(db, attempt.id().worker());
    Ping question = question(db, worker, attempt.id(), end, at);
    Attempt ended = attempt.ended(end, worker.outcome(end, question), at);
    Worker next = worker.after(end, question, at);
    if (ended.state() instanceof Attempt.State.Ended state) {
      AttemptRows.end(db, ended.id(), state);
      steps.moved(db, next, WorkerEvents.ended(next, ended.id(), state), at);
    }
    return next.isFinished() ? new Finishing.Finished(next) : new Finishing.GoesOn(next);
  }

  /** What the attempt asked, or asks by its end; null if nothing. */
  private @Nullable Ping question(
      DSLContext db, Worker worker, AttemptId attempt, AttemptEnd end, Instant at) {
    Optional<Ping> asked = WorkerSteps.question(db, attempt);
    boolean asksNow =
        end instanceof AttemptEnd.Asked && asked.isEmpty() && !worker.isToBeCancelled();
    return asksNow && end instanceof AttemptEnd.Asked asking
        ? steps.asked(db, worker, attempt, asking.question(), at)
        : asked.orElse(null);
  }

  private static Worker worker(DSLContext db, WorkerId id) {
    return WorkerRows.find(db, id).orElseThrow();
  }

  /** How many do what. They are few: no more than were claimed. */
  private static Map<Primitive, Long> atWork(DSLContext db) {
    return db
        .select(WORKERS.PRIMITIVE)
        .from(WORKERS)
        .where(WorkerRows.RUNNING)
        .fetch(WORKERS.PRIMITIVE)
        .stream()
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  /** Has those ready whose time has come. */
  private static void wake(DSLContext db, Instant at) {
    db.update(WORKERS)
        .set(WORKERS.QUEUE, WorkerRows.READY)
        .where(waiting(WorkerRows.DELAYED))
        .and(isTime(at))
        .execute();
  }

  private static Optional<Worker> next(
      DSLContext db, Capacity capacity, Map<Primitive, Long> atWork) {
    return primitives(db).stream()
        .filter(primitive -> atWork.getOrDefault(primitive, 0L) < capacity.of(primitive))
        .flatMap(primitive -> first(db, primitive).stream())
        .min(Worker.IN_TURN);
  }

  /** What the ready ones do: each looked up behind the last, past all that do the same. */
  private static List<Primitive> primitives(DSLContext db) {
    List<Primitive> found = new ArrayList<>();
    Condition behind = DSL.noCondition();
    while (true) {
      Primitive next =
          db.select(DSL.min(WORKERS.PRIMITIVE))
              .from(WORKERS)
              .where(waiting(WorkerRows.READY))
              .and(behind)
              .fetchSingle()
              .value1();
      if (next == null) {
        return found;
      }
      found.add(next);
      behind = WORKERS.PRIMITIVE.gt(next);
    }
  }

  private static Optional<Worker> first(DSLContext db, Primitive primitive) {
    return WorkerRows.select(db)
        .where(waiting(WorkerRows.READY))
        .and(WORKERS.PRIMITIVE.eq(primitive))
        .orderBy(WORKERS.PRIORITY.desc(), WORKERS.CREATED_AT, WORKERS.ID)
        .limit(1)
        .fetchOptional(WorkerRows::worker);
  }

  private static @Nullable Instant nextTime(DSLContext db) {
    return db.select(DSL.min(WORKERS.NOT_BEFORE))
        .from(WORKERS)
        .where(waiting(WorkerRows.DELAYED))
        .and(WORKERS.NOT_BEFORE.isNotNull())
        .fetchSingle()
        .value1();
  }

  private static int ahead(DSLContext db, Worker worker, Instant at) {
    int priority = worker.order().priority();
    Condition isBefore =
        WORKERS
            .PRIORITY
            .eq(priority)
            .and(DSL.row(WORKERS.CREATED_AT, WORKERS.ID).lt(worker.createdAt(), worker.id()));
    long ahead =
        WorkerRows.select(db)
            .where(waiting(WorkerRows.DELAYED))
            .and(isTime(at))
            .limit(MOST_COUNTED)
            .fetch(WorkerRows::worker)
            .stream()
            .filter(other -> Worker.IN_TURN.compare(other, worker) < 0)
            .count();
    for (Primitive primitive : primitives(db)) {
      Condition ready = waiting(WorkerRows.READY).and(WORKERS.PRIMITIVE.eq(primitive));
      ahead += counted(db, ready.and(WORKERS.PRIORITY.gt(priority)));
      ahead += counted(db, ready.and(isBefore));
    }
    return (int) Math.min(ahead, MOST_COUNTED);
  }

  private static int counted(DSLContext db) {
    return counted(db, WorkerRows.RUNNING);
  }

  private static int counted(DSLContext db, Condition which) {
    return db.select(WORKERS.ID).from(WORKERS).where(which).limit(MOST_COUNTED).fetch().size();
  }

  /** Pending, and waiting for what {@code queue} says. */
  private static Condition waiting(String queue) {
    return WORKERS
        .FINISHED_AT
        .isNull()
        .and(WORKERS.STATUS.eq(WorkerStatus.PENDING))
        .and(WORKERS.QUEUE.eq(queue));
  }

  private static Condition isTime(Instant at) {
    return WORKERS.NOT_BEFORE.le(at);
  }
}
