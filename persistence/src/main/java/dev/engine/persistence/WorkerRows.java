package dev.engine.persistence;

import static dev.engine.persistence.db.Tables.WORKERS;
import static dev.engine.persistence.db.Tables.WORKER_DEPENDENCIES;

import dev.engine.domain.ping.PingId;
import dev.engine.domain.worker.Task;
import dev.engine.domain.worker.WorkOrder;
import dev.engine.domain.worker.Worker;
import dev.engine.domain.worker.Worker.State;
import dev.engine.domain.worker.WorkerId;
import dev.engine.domain.worker.WorkerStatus;
import dev.engine.persistence.db.tables.records.WorkersRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectJoinStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Workers as rows: the one place that knows which column holds what. */
final class WorkerRows {

  /** What a pending worker waits for: its turn. */
  static final String READY = "ready";

  /** A time. {@link JooqWorkerQueue} has it ready once that has come. */
  static final String DELAYED = "delayed";

  private static final String BLOCKED = "blocked";
  private static final String ASKING = "asking";

  /** Whether it waits for the person; as the index of what is unfinished has it. */
  static final Condition ASKS =
      WORKERS
          .FINISHED_AT
          .isNull()
          .and(WORKERS.STATUS.eq(DSL.inline(WorkerStatus.PENDING)))
          .and(WORKERS.QUEUE.eq(DSL.inline(ASKING)));

  /** At work. That none of these has finished is said so that SQLite sees the index of those. */
  static final Condition RUNNING =
      WORKERS.FINISHED_AT.isNull().and(WORKERS.STATUS.eq(WorkerStatus.RUNNING));

  private static final int NOT_CANCELLED = 0;
  private static final int CANCELLED = 1;

  /** The workers that a row depends on, with a blank between any two; null for none. */
  private static final Field<String> DEPENDENCIES =
      DSL.field(
              DSL.select(DSL.groupConcat(WORKER_DEPENDENCIES.DEPENDS_ON).separator(" "))
                  .from(WORKER_DEPENDENCIES)
                  .where(WORKER_DEPENDENCIES.WORKER_ID.eq(WORKERS.ID)))
          .as("dependencies");

  private static final dev.engine.persistence.db.tables.Workers OTHER = WORKERS.as("other");

  /**
   * What a worker asked last in its present run.
   *
   * @param attempt the number of the one that asked
   */
  record Question(PingId ping, int attempt) {}

  private WorkerRows() {}

  /** Rows that {@link #worker} understands. */
  static SelectJoinStep<Record> select(DSLContext db) {
    return db.select(WORKERS.fields()).select(DEPENDENCIES).from(WORKERS);
  }

  static Optional<Worker> find(DSLContext db, WorkerId id) {
    return find(db, WORKERS.ID.eq(id));
  }

  /** The one that {@code which} is true of. */
  static Optional<Worker> find(DSLContext db, Condition which) {
    return select(db).where(which).fetchOptional(WorkerRows::worker);
  }

  /** Adds the row and says whether its id was free. */
  static boolean insert(DSLContext db, Worker worker, Instant at) {
    WorkersRecord row = new WorkersRecord();
    row.setId(worker.id());
    row.setSessionId(worker.task().parent());
    row.setConversationId(worker.task().owner());
    row.setPrimitive(worker.task().primitive());
    row.setInstructions(worker.task().instructions());
    row.setWorkspacePath(worker.workspacePath());
    row.setCreatedAt(worker.createdAt());
    row.setPriority(worker.order().priority());
    row.setDedupeKey(worker.order().dedupeKey());
    row.setRunAfter(worker.order().runAfter());
    row.setMaxAttempts(worker.order().maxAttempts());
    row.setTimeoutSeconds(seconds(worker.order().timeout()));
    setProgress(row, worker);
    int added = db.insertInto(WORKERS).set(row).onConflict(WORKERS.ID).doNothing().execute();
    if (added == 0) {
      return false;
    }
    for (WorkerId other : worker.order().dependsOn()) {
      db.insertInto(WORKER_DEPENDENCIES)
          .set(WORKER_DEPENDENCIES.WORKER_ID, worker.id())
          .set(WORKER_DEPENDENCIES.DEPENDS_ON, other)
          .execute();
    }
    requeue(db, worker, at);
    return true;
  }

  /** Writes how far {@code worker} has come at {@code at}. */
  static void update(DSLContext db, Worker worker, Instant at) {
    WorkersRecord row = new WorkersRecord();
    setProgress(row, worker);
    db.update(WORKERS).set(row).where(WORKERS.ID.eq(worker.id())).execute();
    requeue(db, worker, at);
  }

  /** Has the pending workers that depend on {@code id} wait for what they now have to. */
  static void requeueDependants(DSLContext db, WorkerId id, Instant at) {
    List<Worker> waiting =
        select(db)
            .join(WORKER_DEPENDENCIES)
            .on(WORKER_DEPENDENCIES.WORKER_ID.eq(WORKERS.ID))
            .where(WORKER_DEPENDENCIES.DEPENDS_ON.eq(id))
            .and(WORKERS.STATUS.eq(WorkerStatus.PENDING))
            .fetch(WorkerRows::worker);
    waiting.forEach(worker -> requeue(db, worker, at));
  }

  static Optional<Question> question(DSLContext db, WorkerId id) {
    return db.select(WORKERS.QUESTION_PING_ID, WORKERS.QUESTION_ATTEMPT)
        .from(WORKERS)
        .where(WORKERS.ID.eq(id))
        .and(WORKERS.QUESTION_PING_ID.isNotNull())
        .fetchOptional(row -> new Question(row.value1(), row.value2()));
  }

  /** Stores what {@code id} asked; null if nothing in its present run. */
  static void setQuestion(DSLContext db, WorkerId id, @Nullable Question question) {
    db.update(WORKERS)
        .set(WORKERS.QUESTION_PING_ID, question == null ? null : question.ping())
        .set(WORKERS.QUESTION_ATTEMPT, question == null ? null : question.attempt())
        .where(WORKERS.ID.eq(id))
        .execute();
  }

  /** What a row of {@link #select} holds. */
  static Worker worker(Record row) {
    Worker.Run run =
        new Worker.Run(
            row.get(WORKERS.GENERATION),
            row.get(WORKERS.FAILED_ATTEMPTS),
            row.get(WORKERS.STATUS_TEXT));
    return new Worker(
        row.get(WORKERS.ID),
        order(row),
        row.get(WORKERS.WORKSPACE_PATH),
        row.get(WORKERS.CREATED_AT),
        run,
        state(row));
  }

  private static WorkOrder order(Record row) {
    Task task =
        new Task(
            row.get(WORKERS.PRIMITIVE),
            row.get(WORKERS.INSTRUCTIONS),
            row.get(WORKERS.SESSION_ID),
            row.get(WORKERS.CONVERSATION_ID));
    return new WorkOrder(
        task,
        row.get(WORKERS.PRIORITY),
        row.get(WORKERS.DEDUPE_KEY),
        ids(row.get(DEPENDENCIES)),
        row.get(WORKERS.RUN_AFTER),
        row.get(WORKERS.MAX_ATTEMPTS),
        duration(row.get(WORKERS.TIMEOUT_SECONDS)));
  }

  private static State state(Record row) {
    Instant startedAt = row.get(WORKERS.STARTED_AT);
    Instant finishedAt = row.get(WORKERS.FINISHED_AT);
    return switch (row.get(WORKERS.STATUS)) {
      case PENDING ->
          row.get(WORKERS.QUEUE).equals(ASKING)
              ? new State.Asking(row.get(WORKERS.QUESTION_PING_ID))
              : new State.Pending(row.get(WORKERS.NOT_BEFORE));
      case RUNNING -> new State.Running(startedAt, row.get(WORKERS.CANCEL_REQUESTED_AT));
      case COMPLETE -> new State.Complete(startedAt, finishedAt, row.get(WORKERS.SUMMARY));
      case FAILED ->
          row.get(WORKERS.IS_CANCELLED) == CANCELLED
              ? new State.Cancelled(startedAt, finishedAt)
              : new State.Failed(startedAt, finishedAt, row.get(WORKERS.FAILURE));
    };
  }

  private static void setProgress(WorkersRecord row, Worker worker) {
    row.setGeneration(worker.run().generation());
    row.setFailedAttempts(worker.run().failedAttempts());
    row.setStatusText(worker.run().statusText());
    row.setStatus(worker.status());
    row.setStartedAt(null);
    row.setFinishedAt(null);
    row.setNotBefore(null);
    row.setCancelRequestedAt(null);
    row.setSummary(null);
    row.setFailure(null);
    row.setIsCancelled(NOT_CANCELLED);
    switch (worker.state()) {
      case State.Pending pending -> row.setNotBefore(pending.notBefore());
      case State.Asking asking -> {}
      case State.Running running -> {
        row.setStartedAt(running.startedAt());
        row.setCancelRequestedAt(running.cancelRequestedAt());
      }
      case State.Complete complete -> {
        row.setStartedAt(complete.startedAt());
        row.setFinishedAt(complete.at());
        row.setSummary(complete.summary());
      }
      case State.Failed failed -> {
        row.setStartedAt(failed.startedAt());
        row.setFinishedAt(failed.at());
        row.setFailure(failed.reason());
      }
      case State.Cancelled cancelled -> {
        row.setStartedAt(cancelled.startedAt());
        row.setFinishedAt(cancelled.at());
        row.setIsCancelled(CANCELLED);
      }
    }
  }

  private static void requeue(DSLContext db, Worker worker, Instant at) {
    db.update(WORKERS)
        .set(WORKERS.QUEUE, queue(db, worker, at))
        .where(WORKERS.ID.eq(worker.id()))
        .execute();
  }

  private static String queue(DSLContext db, Worker worker, Instant at) {
    if (worker.state() instanceof State.Asking) {
      return ASKING;
    }
    if (!(worker.state() instanceof State.Pending pending)) {
      return READY; // it is in no queue
    }
    if (isBlocked(db, worker)) {
      return BLOCKED;
    }
    return pending.notBefore() == null || !pending.notBefore().isAfter(at) ? READY : DELAYED;
  }

  private static boolean isBlocked(DSLContext db, Worker worker) {
    return !worker.order().dependsOn().isEmpty()
        && db.fetchExists(
            DSL.selectOne()
                .from(WORKER_DEPENDENCIES)
                .join(OTHER)
                .on(OTHER.ID.eq(WORKER_DEPENDENCIES.DEPENDS_ON))
                .where(WORKER_DEPENDENCIES.WORKER_ID.eq(worker.id()))
                .and(OTHER.STATUS.ne(WorkerStatus.COMPLETE)));
  }

  private static Set<WorkerId> ids(@Nullable String blankSeparated) {
    return blankSeparated == null
        ? Set.of()
        : Stream.of(blankSeparated.split(" ")).map(WorkerId::new).collect(Collectors.toSet());
  }

  private static @Nullable Integer seconds(@Nullable Duration timeout) {
    return timeout == null ? null : Math.toIntExact(timeout.toSeconds());
  }

  private static @Nullable Duration duration(@Nullable Integer seconds) {
    return seconds == null ? null : Duration.ofSeconds(seconds);
  }
}
