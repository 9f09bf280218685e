package dev.engine.domain.worker;

import dev.engine.domain.TextLength;
import dev.engine.domain.Urgency;
import dev.engine.domain.notification.Notice;
import dev.engine.domain.notification.NotificationType;
import dev.engine.domain.notification.Sender;
import dev.engine.domain.notification.StillTrue;
import dev.engine.domain.notification.Terms;
import dev.engine.domain.ping.Appeal;
import dev.engine.domain.ping.PingId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is said of a worker: to its owner by notices, to the person by what it asks. */
public final class WorkerNotices {

  /** As much of the instructions as a notice repeats. */
  private static final int QUOTE_LENGTH = 200;

  /** A worker that was run again has another outcome, and tells that one. */
  private static final Terms WHILE_COMPLETE = Terms.PLAIN.onlyIf(StillTrue.WORKER_COMPLETE);

  /** Urgent, because whoever waits for the outcome waits in vain. */
  private static final Terms WHILE_FAILED =
      Terms.PLAIN.with(Urgency.HIGH).onlyIf(StillTrue.WORKER_FAILED);

  private WorkerNotices() {}

  /**
   * How {@code worker} asks the person; its owner is told the answer too.
   *
   * @param question in its own words, as {@link AttemptEnd.Asked#question}
   */
  public static Appeal appeal(Worker worker, String question) {
    String message = "%s asks: %s".formatted(name(worker), question);
    return new Appeal(null, worker.task().owner(), Urgency.HIGH, message);
  }

  /**
   * What the owner is told when {@code worker} asks the person; empty without an owner.
   *
   * @param ping by which it asks
   * @param question in its own words, as {@link AttemptEnd.Asked#question}
   */
  public static Optional<Notice> asking(Worker worker, PingId ping, String question) {
    return Optional.ofNullable(worker.task().owner())
        .map(
            owner ->
                new Notice(
                    owner,
                    NotificationType.WORKER_QUESTION,
                    ping.value(),
                    new Sender.FromWorker(worker.id()),
                    name(worker) + " asks the person, and waits",
                    told(worker) + "\nIt asks: " + question,
                    Terms.PLAIN.onlyIf(StillTrue.PING_OPEN)));
  }

  /** What the owner is told of the outcome; empty while there is none, or without an owner. */
  public static Optional<Notice> outcome(Worker worker) {
    return switch (worker.state()) {
      case Worker.State.Pending pending -> Optional.empty();
      case Worker.State.Asking asking -> Optional.empty();
      case Worker.State.Running running -> Optional.empty();
      case Worker.State.Complete complete ->
          notice(
              worker,
              NotificationType.WORKER_COMPLETE,
              "is complete",
              said("What came of it:\n", complete.summary()),
              WHILE_COMPLETE);
      case Worker.State.Failed failed ->
          notice(
              worker,
              NotificationType.WORKER_FAILED,
              "failed",
              said("Why it failed: ", failed.reason()),
              WHILE_FAILED);
      case Worker.State.Cancelled cancelled ->
          notice(worker, NotificationType.WORKER_FAILED, "was cancelled", "", WHILE_FAILED);
    };
  }

  private static Optional<Notice> notice(
      Worker worker, NotificationType type, String outcome, String said, Terms terms) {
    return Optional.ofNullable(worker.task().owner())
        .map(
            owner ->
                new Notice(
                    owner,
                    type,
                    worker.id().value(),
                    new Sender.FromWorker(worker.id()),
                    "%s %s".formatted(name(worker), outcome),
                    told(worker) + said,
                    terms.ofGeneration(worker.run().generation())));
  }

  private static String name(Worker worker) {
    return "%s worker %s".formatted(worker.task().primitive(), worker.id());
  }

  /** The workspace first: where there is room for a beginning only, it leads to the rest. */
  private static String told(Worker worker) {
    String instructions = TextLength.headline(worker.task().instructions(), QUOTE_LENGTH);
    return "Its workspace: %s\nIt was told: %s".formatted(worker.workspacePath(), instructions);
  }

  private static String said(String before, @Nullable String words) {
    return words == null || words.isBlank() ? "" : "\n" + before + words;
  }
}
