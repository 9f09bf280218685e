package dev.engine.cli;

import dev.engine.domain.worker.Worker;
import dev.engine.domain.worker.Worker.State;
import dev.engine.domain.worker.WorkerId;
import dev.engine.wire.WorkerJson;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the end of a worker. On a terminal, one line shows where it stands; elsewhere, each
 * change is a line.
 */
final class WorkerWait {

  /** Short beside what a person notices, long beside what a look costs. */
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

  private final Context context;
  private final JsonOption json;
  private final StatusLine line;
  private @Nullable String told;

  WorkerWait(Context context, JsonOption json) {
    this.context = context;
    this.json = json;
    this.line = new StatusLine(context.output().terminal());
  }

  /** Returns with the exit code that says how it ended. */
  int untilFinished(WorkerId id) {
    Worker worker = context.engine().workers().show(id);
    tell(worker);
    while (!worker.isFinished()) {
      context.program().pauses().pause(BETWEEN_LOOKS);
      if (Thread.interrupted()) {
        return left(id);
      }
      worker = context.engine().workers().show(id);
      tell(worker);
    }
    line.wipe();
    Worker last = worker;
    json.print(context.output(), () -> json(last), () -> print(last));
    return last.state() instanceof State.Complete ? 0 : ExitCodes.FAILED;
  }

  private int left(WorkerId id) {
    line.wipe();
    context
        .output()
        .aside("worker %s goes on; `engine worker show %s` says how far it is".formatted(id, id));
    return ExitCodes.INTERRUPTED;
  }

  private void tell(Worker worker) {
    if (worker.isFinished()) {
      return;
    }
    if (line.isShown()) {
      line.show(Workers.standing(worker) + " for " + context.output().since(since(worker)));
      return;
    }
    String standing = Workers.standing(worker);
    if (!standing.equals(told)) {
      told = standing;
      context.output().aside(standing);
    }
  }

  private static Instant since(Worker worker) {
    return worker.state() instanceof State.Running running
        ? running.startedAt()
        : worker.createdAt();
  }

  private WorkerJson json(Worker worker) {
    return WorkerJson.of(
        worker, context.engine().workers().latestAttempts(List.of(worker)).get(worker.id()));
  }

  private void print(Worker worker) {
    Output output = context.output();
    output.line(new Cell(Workers.sentence(worker), Workers.status(worker).tone()));
    String words = Workers.words(worker);
    if (words != null) {
      words.lines().forEach(each -> output.line("  " + each));
    }
  }
}
