package dev.engine.cli;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.engine.domain.Limit;
import dev.engine.domain.TimeSpan;
import dev.engine.domain.worker.Attempt;
import dev.engine.domain.worker.WorkOrder;
import dev.engine.domain.worker.Worker;
import dev.engine.domain.worker.Worker.State;
import dev.engine.domain.worker.WorkerId;
import dev.engine.services.why.Explanation;
import dev.engine.wire.AttemptJson;
import dev.engine.wire.WorkerJson;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "show",
    description = "Show one worker: what it was told, what it waits for or came to, its attempts.",
    footer = {"", "Example: engine worker show 3fa94c01"})
final class WorkerShowCommand implements Runnable {

  /** The latest of them; more than a screen has room for help nobody. */
  private static final Limit ATTEMPTS = new Limit(20);

  private final Context context;

  @Parameters(paramLabel = "ID", description = "Worker id, 8 hex digits.")
  private WorkerId id;

  @Mixin private JsonOption json;

  WorkerShowCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    Worker worker = context.engine().workers().show(id);
    List<Attempt> attempts = context.engine().workers().attempts(id, ATTEMPTS);
    json.print(
        context.output(),
        () ->
            new WorkerWithAttemptsJson(
                WorkerJson.of(worker, attempts.isEmpty() ? null : attempts.getFirst()),
                attempts.stream().map(AttemptJson::of).toList()),
        () -> print(worker, attempts));
  }

  private void print(Worker worker, List<Attempt> attempts) {
    Output output = context.output();
    output.line(Cell.of("worker " + worker.id(), Tone.HEADING));
    output.field("status", Workers.status(worker).text());
    output.field("why", worker.isFinished() ? null : headline());
    output.field(
        "says", worker.run().statusText() == null ? null : worker.run().statusText().value());
    output.field("primitive", worker.task().primitive());
    output.field("owner", worker.task().owner());
    output.field("parent", worker.task().parent());
    print(worker.order());
    output.field("run", worker.run().generation() == 1 ? null : worker.run().generation());
    output.field("added", worker.createdAt());
    output.field("started", Workers.startedAt(worker));
    output.field("finished", Workers.finishedAt(worker));
    output.field("workspace", worker.workspacePath());
    worker.task().instructions().lines().forEach(line -> output.line("  " + line));
    printWords(worker);
    if (!attempts.isEmpty()) {
      output.emptyLine();
      output.table(Attempts.table(attempts, output), "");
    }
  }

  private void print(WorkOrder order) {
    Output output = context.output();
    output.field("priority", order.priority() == 0 ? null : order.priority());
    output.field("dedupe key", order.dedupeKey());
    output.field("depends on", order.dependsOn().isEmpty() ? null : dependencies(order));
    output.field("run after", order.runAfter());
    output.field("tried up to", order.maxAttempts() == 1 ? null : order.maxAttempts() + " times");
    output.field("timeout", order.timeout() == null ? null : new TimeSpan(order.timeout()));
  }

  private String dependencies(WorkOrder order) {
    return order.dependsOn().stream()
        .map(other -> context.engine().workers().show(other))
        .map(other -> "%s (%s)".formatted(other.id(), Workers.status(other).text()))
        .collect(Collectors.joining(", "));
  }

  private @Nullable String headline() {
    return context.engine().why().of(id.value()).stream()
        .filter(explanation -> explanation.kind() == Explanation.Kind.WORKER)
        .map(Explanation::headline)
        .findFirst()
        .orElse(null);
  }

  private void printWords(Worker worker) {
    String words = Workers.words(worker);
    if (words == null || words.isBlank()) {
      return;
    }
    Output output = context.output();
    output.emptyLine();
    boolean isComplete = worker.state() instanceof State.Complete;
    output.line(Cell.of(isComplete ? "What came of it:" : "Why it failed:", Tone.HEADING));
    words.lines().forEach(line -> output.line("  " + line));
  }

  /** A worker on the wire, and its attempts, the latest first. */
  record WorkerWithAttemptsJson(@JsonUnwrapped WorkerJson worker, List<AttemptJson> attempts) {}
}
