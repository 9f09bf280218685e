package dev.engine.services.why;

import dev.engine.domain.journal.Event;
import dev.engine.domain.journal.EventKind;
import dev.engine.domain.worker.Attempt;
import dev.engine.domain.worker.Worker;
import dev.engine.domain.worker.WorkerEvents;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happened to a worker, in sentences without their subject. */
final class WorkerSentences {

  /** Those that say all without the event's facts. */
  private static final Map<EventKind, String> PLAIN =
      Map.of(
          WorkerEvents.PAUSED, "stopped, to wait for the answer",
          WorkerEvents.CANCELLED, "was cancelled",
          WorkerEvents.COMPLETED, "did what it was told");

  private WorkerSentences() {}

  /**
   * What {@code event} tells of {@code worker}.
   *
   * @param attempts what is known of its attempts, in any order
   */
  static String of(Event event, Worker worker, List<Attempt> attempts) {
    EventKind kind = event.kind();
    if (kind.equals(WorkerEvents.ADDED)) {
      return added(worker);
    }
    if (kind.equals(WorkerEvents.STARTED)) {
      return number(event).equals("1") ? "was started" : "was started, attempt " + number(event);
    }
    if (kind.equals(WorkerEvents.LAUNCHED)) {
      return "runs as process " + Story.of(event, "pid", "unknown");
    }
    if (kind.equals(WorkerEvents.REPORTED)) {
      return "said " + Story.quoted(Story.of(event, "text", ""));
    }
    if (kind.equals(WorkerEvents.ASKED)) {
      return "asked the person, by ping " + Story.of(event, "pingId", "unknown");
    }
    if (kind.equals(WorkerEvents.ANSWERED)) {
      return "can go on: ping %s was answered".formatted(Story.of(event, "pingId", "unknown"));
    }
    if (kind.equals(WorkerEvents.RECLAIMED)) {
      String reason = reason(event, attempts);
      return "attempt %s %s, which does not count as tried"
          .formatted(number(event), reason.isEmpty() ? "was lost" : "could not begin" + reason);
    }
    if (kind.equals(WorkerEvents.ATTEMPT_FAILED)) {
      return "attempt %s failed%s".formatted(number(event), reason(event, attempts));
    }
    if (kind.equals(WorkerEvents.FAILED)) {
      return "failed" + reason(event, attempts);
    }
    if (kind.equals(WorkerEvents.CANCEL_REQUESTED)) {
      return "was to be ended, by " + event.actor();
    }
    if (kind.equals(WorkerEvents.RETRIED)) {
      return "was to be run again, by " + event.actor();
    }
    String last = kind.value().substring(kind.value().indexOf('.') + 1); // open to new ones
    return PLAIN.getOrDefault(kind, last);
  }

  /** That {@code worker} was handed over. */
  static String added(Worker worker) {
    String owner = worker.task().owner() == null ? "nobody" : worker.task().owner().value();
    String by = worker.task().parent() == null ? "" : " by session " + worker.task().parent();
    return "was given to do for %s%s: %s"
        .formatted(owner, by, Story.quoted(worker.task().instructions()));
  }

  private static String number(Event event) {
    return Story.of(event, "attempt", "1");
  }

  /** Why the attempt of {@code event} came to nothing, which the journal does not repeat. */
  private static String reason(Event event, List<Attempt> attempts) {
    return attempts.stream()
        .filter(attempt -> number(event).equals(Integer.toString(attempt.id().number())))
        .findFirst()
        .map(WorkerSentences::error)
        .map(error -> ": " + Story.quoted(error))
        .orElse("");
  }

  private static @Nullable String error(Attempt attempt) {
    return attempt.state() instanceof Attempt.State.Ended ended ? ended.error() : null;
  }
}
