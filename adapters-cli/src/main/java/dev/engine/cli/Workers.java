package dev.engine.cli;

import dev.engine.domain.session.StatusText;
import dev.engine.domain.worker.Worker;
import dev.engine.domain.worker.Worker.State;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How workers look in a terminal. */
final class Workers {

  private Workers() {}

  static Cell status(Worker worker) {
    return switch (worker.state()) {
      case State.Pending pending -> Cell.of("pending", Tone.MUTED);
      case State.Asking asking -> Cell.of("asking", Tone.WARN);
      case State.Running running when worker.isToBeCancelled() -> Cell.of("ending", Tone.WARN);
      case State.Running running -> Cell.of("running", Tone.PASS);
      case State.Complete complete -> Cell.of("complete");
      case State.Failed failed -> Cell.of("failed", Tone.FAIL);
      case State.Cancelled cancelled -> Cell.of("cancelled", Tone.WARN);
    };
  }

  /** What is said of it when something was done with it. */
  static String sentence(Worker worker) {
    return "worker %s: %s (%s)"
        .formatted(worker.id(), status(worker).text(), worker.task().primitive());
  }

  /** Where it stands, in a line that goes on behind it. */
  static String standing(Worker worker) {
    StatusText said = worker.run().statusText();
    int failures = worker.run().failedAttempts();
    return "worker %s %s%s%s"
        .formatted(
            worker.id(),
            status(worker).text(),
            failures == 0
                ? ""
                : ", tried %d of %d times".formatted(failures, worker.order().maxAttempts()),
            said == null ? "" : ": " + said.value());
  }

  /** What came of it, or why it failed; null if nobody said. */
  static @Nullable String words(Worker worker) {
    return switch (worker.state()) {
      case State.Pending pending -> null;
      case State.Asking asking -> null;
      case State.Running running -> null;
      case State.Complete complete -> complete.summary();
      case State.Failed failed -> failed.reason();
      case State.Cancelled cancelled -> null;
    };
  }

  static @Nullable Instant startedAt(Worker worker) {
    return switch (worker.state()) {
      case State.Pending pending -> null;
      case State.Asking asking -> null;
      case State.Running running -> running.startedAt();
      case State.Complete complete -> complete.startedAt();
      case State.Failed failed -> failed.startedAt();
      case State.Cancelled cancelled -> cancelled.startedAt();
    };
  }

  static @Nullable Instant finishedAt(Worker worker) {
    return switch (worker.state()) {
      case State.Pending pending -> null;
      case State.Asking asking -> null;
      case State.Running running -> null;
      case State.Complete complete -> complete.at();
      case State.Failed failed -> failed.at();
      case State.Cancelled cancelled -> cancelled.at();
    };
  }

  static Table table(List<Worker> workers, Output output) {
    Table table = new Table("WORKER", "PRIMITIVE", "STATUS", "OWNER", "ADDED", "INSTRUCTIONS");
    for (Worker worker : workers) {
      table.row(
          Cell.of(worker.id(), Tone.ACCENT),
          Cell.of(worker.task().primitive()),
          status(worker),
          Pings.conversation(worker.task().owner()),
          output.ago(worker.createdAt()),
          Cell.of(worker.task().instructions()));
    }
    return table;
  }
}
