package dev.engine.domain.worker;

import dev.engine.domain.ping.Ping;
import dev.engine.domain.ping.PingId;
import dev.engine.domain.session.StatusText;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * An order and the background process that carries it out.
 *
 * @param workspacePath the worker's own folder, named by its id
 */
public record Worker(
    WorkerId id, WorkOrder order, Path workspacePath, Instant createdAt, Run run, State state) {

  /** Who has its turn first: the highest priority, and of these the oldest. */
  public static final Comparator<Worker> IN_TURN =
      Comparator.comparingInt((Worker worker) -> -worker.order.priority())
          .thenComparing(Worker::createdAt)
          .thenComparing(worker -> worker.id.value());

  /**
   * What is told of its present run: from when it was handed over, or run again, to its outcome.
   *
   * @param generation counts the runs, from 1
   * @param failedAttempts how many attempts of this run came to nothing
   * @param statusText what it said last; null if nothing
   */
  public record Run(int generation, int failedAttempts, @Nullable StatusText statusText) {

    /** The first, not begun. */
    public static final Run FIRST = new Run(1, 0, null);

    private Run next() {
      return new Run(generation + 1, 0, null);
    }

    private Run withFailure() {
      return new Run(generation, failedAttempts + 1, statusText);
    }

    private Run saying(StatusText text) {
      return new Run(generation, failedAttempts, text);
    }
  }

  /** How far a worker has come. */
  public sealed interface State {

    /**
     * It waits for its turn, and for the workers that it depends on.
     *
     * @param notBefore when it may begin; null for at once
     */
    record Pending(@Nullable Instant notBefore) implements State {

      /** It may begin at once. */
      public static final Pending NOW = new Pending(null);
    }

    /**
     * It is pending, and waits for the person.
     *
     * @param question what it asked
     */
    record Asking(PingId question) implements State {}

    /**
     * It is at work.
     *
     * @param cancelRequestedAt since when somebody wants it ended; null if nobody does
     */
    record Running(Instant startedAt, @Nullable Instant cancelRequestedAt) implements State {}

    /**
     * It did what it was told.
     *
     * @param summary what came of it, in words; null if nobody said
     */
    record Complete(Instant startedAt, Instant at, @Nullable String summary) implements State {}

    /**
     * It came to nothing.
     *
     * @param startedAt when its last attempt began; null if it was not at work when it failed
     * @param reason why, in words; null if nobody said
     */
    record Failed(@Nullable Instant startedAt, Instant at, @Nullable String reason)
        implements State {}

    /**
     * Somebody did not want it any more.
     *
     * @param startedAt when its last attempt began; null if it was not at work when it was
     *     cancelled
     */
    record Cancelled(@Nullable Instant startedAt, Instant at) implements State {}
  }

  /**
   * A worker that waits for its turn.
   *
   * @param outputs the folder in which every worker has its own
   */
  public static Worker pending(WorkerId id, WorkOrder order, Path outputs, Instant at) {
    State.Pending pending = new State.Pending(order.runAfter());
    return new Worker(id, order, outputs.resolve(id.value()), at, Run.FIRST, pending);
  }

  public Task task() {
    return order.task();
  }

  public WorkerStatus status() {
    return switch (state) {
      case State.Pending pending -> WorkerStatus.PENDING;
      case State.Asking asking -> WorkerStatus.PENDING;
      case State.Running running -> WorkerStatus.RUNNING;
      case State.Complete complete -> WorkerStatus.COMPLETE;
      case State.Failed failed -> WorkerStatus.FAILED;
      case State.Cancelled cancelled -> WorkerStatus.FAILED;
    };
  }

  /** Whether it has come to an end, good or bad. */
  public boolean isFinished() {
    return status() == WorkerStatus.COMPLETE || status() == WorkerStatus.FAILED;
  }

  /** Whether somebody wants it ended while it is at work. */
  public boolean isToBeCancelled() {
    return state instanceof State.Running running && isUnwanted(running);
  }

  /** At work since {@code at}; a worker that does not wait for its turn is returned as is. */
  public Worker started(Instant at) {
    return state instanceof State.Pending ? with(new State.Running(at, null)) : this;
  }

  /**
   * Where its attempt leaves it that ended at {@code at}; a worker that is not at work is returned
   * as is. What came to nothing is tried again as often as the order says, later each time, and
   * never once it is to be cancelled.
   *
   * @param question what it asked in that attempt; null if nothing
   */
  public Worker after(AttemptEnd end, @Nullable Ping question, Instant at) {
    if (!(state instanceof State.Running running)) {
      return this;
    }
    return switch (end) {
      case AttemptEnd.Succeeded succeeded when !isPaused(end, question) ->
          with(new State.Complete(running.startedAt(), at, succeeded.summary()));
      case AttemptEnd.Failed failed -> fallenShort(running, failed.reason(), question, at);
      case AttemptEnd.TimedOut timedOut -> fallenShort(running, timedOut.error(), question, at);
      case AttemptEnd.Cancelled cancelled -> with(new State.Cancelled(running.startedAt(), at));
      case AttemptEnd.Succeeded waiting -> waiting(running, question, null, at);
      case AttemptEnd.Reclaimed reclaimed -> waiting(running, question, null, at);
      case AttemptEnd.PutOff putOff -> waiting(running, question, putOff.notBefore(), at);
      case AttemptEnd.Asked asked -> waiting(running, question, null, at);
    };
  }

  /** How its attempt ended: one that asked before it ended well waits for the answer. */
  public AttemptOutcome outcome(AttemptEnd end, @Nullable Ping question) {
    return isPaused(end, question) ? AttemptOutcome.ASKED : end.outcome();
  }

  /** Cancelled at {@code at}; a worker at work or finished is returned as is. */
  public Worker cancelled(Instant at) {
    return status() == WorkerStatus.PENDING ? with(new State.Cancelled(null, at)) : this;
  }

  /** To be ended since {@code at}; the first time stands. */
  public Worker unwanted(Instant at) {
    return state instanceof State.Running running && running.cancelRequestedAt() == null
        ? with(new State.Running(running.startedAt(), at))
        : this;
  }

  /**
   * Pending again at {@code at}, to begin anew; a worker that has not finished is returned as is.
   */
  public Worker again(Instant at) {
    if (!isFinished()) {
      return this;
    }
    Instant runAfter = order.runAfter();
    State.Pending pending =
        new State.Pending(runAfter != null && runAfter.isAfter(at) ? runAfter : null);
    return new Worker(id, order, workspacePath, createdAt, run.next(), pending);
  }

  /** Ready to go on with its answer; a worker that does not wait for one is returned as is. */
  public Worker answered() {
    return state instanceof State.Asking ? with(State.Pending.NOW) : this;
  }

  /** Saying that it does {@code text}. */
  public Worker reporting(StatusText text) {
    return new Worker(id, order, workspacePath, createdAt, run.saying(text), state);
  }

  private Worker fallenShort(
      State.Running running, String reason, @Nullable Ping question, Instant at) {
    Worker tried = new Worker(id, order, workspacePath, createdAt, run.withFailure(), state);
    int failures = tried.run.failedAttempts();
    if (isUnwanted(running) || failures >= order.maxAttempts()) {
      return tried.with(new State.Failed(running.startedAt(), at, reason));
    }
    return tried.with(pending(question, at.plus(BackOff.after(failures))));
  }

  private Worker waiting(
      State.Running running, @Nullable Ping question, @Nullable Instant notBefore, Instant at) {
    return isUnwanted(running)
        ? with(new State.Cancelled(running.startedAt(), at))
        : with(pending(question, notBefore));
  }

  private static State pending(@Nullable Ping question, @Nullable Instant notBefore) {
    return question == null || question.isAnswered()
        ? new State.Pending(notBefore)
        : new State.Asking(question.id());
  }

  private boolean isPaused(AttemptEnd end, @Nullable Ping question) {
    return end instanceof AttemptEnd.Succeeded && question != null && !isToBeCancelled();
  }

  private static boolean isUnwanted(State.Running running) {
    return running.cancelRequestedAt() != null;
  }

  private Worker with(State next) {
    return new Worker(id, order, workspacePath, createdAt, run, next);
  }
}
