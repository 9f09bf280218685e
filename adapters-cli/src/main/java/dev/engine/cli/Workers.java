package dev.engine.cli;

import dev.engine.domain.worker.Worker;
import dev.engine.domain.worker.Worker.State;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How workers look in a terminal. */
final class Workers {

  private Workers() {}

  static Cell status(Worker worker) {
    return switch (worker.status()) {
      case PENDING -> Cell.of("pending", Tone.MUTED);
      case RUNNING -> Cell.of("running", Tone.PASS);
      case COMPLETE -> Cell.of("complete");
      case FAILED -> Cell.of("failed", Tone.FAIL);
    };
  }

  static @Nullable Instant startedAt(Worker worker) {
    return switch (worker.state()) {
      case State.Pending pending -> null;
      case State.Asking asking -> null;
      case State.Running running -> running.startedAt();
      case State.Complete complete -> complete.startedAt();
      case State.Failed failed -> failed.startedAt();
    };
  }

  static @Nullable Instant finishedAt(Worker worker) {
    return switch (worker.state()) {
      case State.Pending pending -> null;
      case State.Asking asking -> null;
      case State.Running running -> null;
      case State.Complete complete -> complete.at();
      case State.Failed failed -> failed.at();
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
