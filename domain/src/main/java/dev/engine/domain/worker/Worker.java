package dev.engine.domain.worker;

import dev.engine.domain.TextLength;
import dev.engine.domain.Urgency;
import dev.engine.domain.notification.Notice;
import dev.engine.domain.notification.NotificationType;
import dev.engine.domain.notification.Sender;
import dev.engine.domain.notification.StillTrue;
import dev.engine.domain.notification.Terms;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A task and the background process that does it.
 *
 * @param workspacePath the worker's own folder, named by its id
 */
public record Worker(WorkerId id, Task task, Path workspacePath, Instant createdAt, State state) {

  /** As much of the instructions as a notice repeats. */
  private static final int QUOTE_LENGTH = 200;

  /** A worker that was run again has another outcome, and tells that one. */
  private static final Terms WHILE_COMPLETE = Terms.PLAIN.onlyIf(StillTrue.WORKER_COMPLETE);

  /** Urgent, because whoever waits for the outcome waits in vain. */
  private static final Terms WHILE_FAILED =
      Terms.PLAIN.with(Urgency.HIGH).onlyIf(StillTrue.WORKER_FAILED);

  /** How far a worker has come. */
  public sealed interface State {

    /** It waits for its turn. */
    record Pending() implements State {}

    /** It is at work. */
    record Running(Instant startedAt) implements State {}

    /** It did what it was told. */
    record Complete(Instant startedAt, Instant at) implements State {}

    /**
     * It came to nothing.
     *
     * @param startedAt null if it never started
     */
    record Failed(@Nullable Instant startedAt, Instant at) implements State {}
  }

  /**
   * A worker that waits for its turn.
   *
   * @param outputs the folder in which every worker has its own
   */
  public static Worker pending(WorkerId id, Task task, Path outputs, Instant at) {
    return new Worker(id, task, outputs.resolve(id.value()), at, new State.Pending());
  }

  public WorkerStatus status() {
    return switch (state) {
      case State.Pending pending -> WorkerStatus.PENDING;
      case State.Running running -> WorkerStatus.RUNNING;
      case State.Complete complete -> WorkerStatus.COMPLETE;
      case State.Failed failed -> WorkerStatus.FAILED;
    };
  }

  /** Whether it has come to an end, good or bad. */
  public boolean isFinished() {
    return state instanceof State.Complete || state instanceof State.Failed;
  }

  /** At work since {@code at}; a worker that is not pending is returned as is. */
  public Worker started(Instant at) {
    return state instanceof State.Pending ? with(new State.Running(at)) : this;
  }

  /** Done at {@code at}; a worker that is not running is returned as is. */
  public Worker completed(Instant at) {
    return state instanceof State.Running running
        ? with(new State.Complete(running.startedAt(), at))
        : this;
  }

  /** Failed at {@code at}, started or not; a worker that has finished is returned as is. */
  public Worker failed(Instant at) {
    return switch (state) {
      case State.Pending pending -> with(new State.Failed(null, at));
      case State.Running running -> with(new State.Failed(running.startedAt(), at));
      case State.Complete complete -> this;
      case State.Failed failed -> this;
    };
  }

  /** What the owner is told of the outcome; empty while there is none, or without an owner. */
  public Optional<Notice> outcomeNotice() {
    return switch (state) {
      case State.Pending pending -> Optional.empty();
      case State.Running running -> Optional.empty();
      case State.Complete complete ->
          notice(NotificationType.WORKER_COMPLETE, "is complete", WHILE_COMPLETE);
      case State.Failed failed -> notice(NotificationType.WORKER_FAILED, "failed", WHILE_FAILED);
    };
  }

  private Optional<Notice> notice(NotificationType type, String outcome, Terms terms) {
    if (task.owner() == null) {
      return Optional.empty();
    }
    String told = TextLength.headline(task.instructions(), QUOTE_LENGTH);
    return Optional.of(
        new Notice(
            task.owner(),
            type,
            id.value(),
            new Sender.FromWorker(id),
            "%s worker %s %s".formatted(task.primitive(), id, outcome),
            "It was told: %s\nIts workspace: %s".formatted(told, workspacePath),
            terms));
  }

  private Worker with(State next) {
    return new Worker(id, task, workspacePath, createdAt, next);
  }
}
