package dev.engine.domain.worker;

import dev.engine.domain.journal.EventKind;
import dev.engine.domain.journal.Facts;
import dev.engine.domain.journal.Happening;
import dev.engine.domain.journal.Subject;
import dev.engine.domain.ping.PingId;
import dev.engine.domain.session.ProcessIdentity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the journal is told of workers. What they were told, said and asked stays with them. */
public final class WorkerEvents {

  public static final EventKind ADDED = new EventKind("worker.added");

  /** An attempt began. */
  public static final EventKind STARTED = new EventKind("worker.started");

  /** An attempt has a process. */
  public static final EventKind LAUNCHED = new EventKind("worker.launched");

  /** It said what it does. */
  public static final EventKind REPORTED = new EventKind("worker.reported");

  public static final EventKind ASKED = new EventKind("worker.asked");

  /** An attempt ended to wait for an answer. */
  public static final EventKind PAUSED = new EventKind("worker.paused");

  public static final EventKind ANSWERED = new EventKind("worker.answered");

  /** An attempt came to nothing, and it is tried again. */
  public static final EventKind ATTEMPT_FAILED = new EventKind("worker.attempt_failed");

  /** An attempt was lost, which does not count as tried. */
  public static final EventKind RECLAIMED = new EventKind("worker.reclaimed");

  /** Somebody wants it ended that is at work. */
  public static final EventKind CANCEL_REQUESTED = new EventKind("worker.cancel_requested");

  public static final EventKind CANCELLED = new EventKind("worker.cancelled");
  public static final EventKind COMPLETED = new EventKind("worker.completed");
  public static final EventKind FAILED = new EventKind("worker.failed");

  /** Somebody had it run again. */
  public static final EventKind RETRIED = new EventKind("worker.retried");

  /** The fact that tells what an attempt cost: US dollars in plain digits. */
  public static final String COST_USD = "costUsd";

  private WorkerEvents() {}

  /** What is told when {@code worker} was handed over. */
  public static Happening added(Worker worker) {
    return of(worker, ADDED, worker.createdAt(), facts(worker));
  }

  /** What is told when {@code attempt} began. */
  public static Happening started(Worker worker, Attempt attempt) {
    return of(worker, STARTED, attempt.startedAt(), facts(worker, attempt.id()));
  }

  /** What is told when {@code process} does {@code attempt}. */
  public static Happening launched(
      Worker worker, AttemptId attempt, ProcessIdentity process, Instant at) {
    return of(worker, LAUNCHED, at, facts(worker, attempt).with("pid", process.pid()));
  }

  /** What is told when an attempt ended as {@code ended} and left {@code worker} where it is. */
  public static Happening ended(Worker worker, AttemptId attempt, Attempt.State.Ended ended) {
    Facts facts =
        facts(worker, attempt)
            .with("outcome", ended.outcome())
            .withKnown(COST_USD, costOf(ended))
            .withKnown("notBefore", putOffUntil(worker, ended.outcome()));
    return of(worker, kind(worker, ended.outcome()), ended.at(), facts);
  }

  /** What is told when {@code worker} asked {@code question}. */
  public static Happening asked(Worker worker, PingId question, Instant at) {
    return of(worker, ASKED, at, facts(worker).with("pingId", question));
  }

  /** What is told when {@code worker} can go on, because {@code question} was answered. */
  public static Happening answered(Worker worker, PingId question, Instant at) {
    return of(worker, ANSWERED, at, facts(worker).with("pingId", question));
  }

  /** What is told when {@code worker} said {@code text}. */
  public static Happening reported(Worker worker, String text, Instant at) {
    return of(worker, REPORTED, at, facts(worker).with("text", text));
  }

  /** What is told when somebody wants {@code worker} ended, which is at work. */
  public static Happening cancelRequested(Worker worker, Instant at) {
    return of(worker, CANCEL_REQUESTED, at, facts(worker));
  }

  /** What is told when {@code worker} was cancelled before its turn came. */
  public static Happening cancelled(Worker worker, Instant at) {
    return of(worker, CANCELLED, at, facts(worker));
  }

  /** What is told when {@code worker} is to be run again. */
  public static Happening retried(Worker worker, Instant at) {
    Facts facts = facts(worker).with("generation", worker.run().generation());
    return of(worker, RETRIED, at, facts);
  }

  private static EventKind kind(Worker worker, AttemptOutcome outcome) {
    return switch (worker.state()) {
      case Worker.State.Complete complete -> COMPLETED;
      case Worker.State.Failed failed -> FAILED;
      case Worker.State.Cancelled cancelled -> CANCELLED;
      case Worker.State.Asking asking -> kind(outcome);
      case Worker.State.Pending pending -> kind(outcome);
      case Worker.State.Running running ->
          throw new IllegalStateException("%s has not ended".formatted(worker.id()));
    };
  }

  /** What is told of an attempt behind which its worker goes on. */
  private static EventKind kind(AttemptOutcome outcome) {
    return switch (outcome) {
      case COMPLETE, FAILED, TIMED_OUT, CANCELLED -> ATTEMPT_FAILED;
      case RECLAIMED -> RECLAIMED;
      case ASKED -> PAUSED;
    };
  }

  /** In plain digits: 0.000001 and not 1E-6. */
  private static @Nullable String costOf(Attempt.State.Ended ended) {
    return ended.usage().costUsd() == null ? null : ended.usage().costUsd().toPlainString();
  }

  /** When one may begin that could not; after a failure that follows from how often it failed. */
  private static @Nullable Instant putOffUntil(Worker worker, AttemptOutcome outcome) {
    return outcome == AttemptOutcome.RECLAIMED
            && worker.state() instanceof Worker.State.Pending pending
        ? pending.notBefore()
        : null;
  }

  private static Facts facts(Worker worker) {
    return Facts.NONE.with("primitive", worker.task().primitive());
  }

  private static Facts facts(Worker worker, AttemptId attempt) {
    return facts(worker).with("attempt", attempt.number());
  }

  private static Happening of(Worker worker, EventKind kind, Instant at, Facts facts) {
    Subject subject = new Subject(Subject.Kind.WORKER, worker.id().value());
    return new Happening(at, kind, worker.task().owner(), worker.task().parent(), subject, facts);
  }
}
