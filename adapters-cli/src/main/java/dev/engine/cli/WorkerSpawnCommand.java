package dev.engine.cli;

import dev.engine.domain.TimeSpan;
import dev.engine.domain.worker.Primitive;
import dev.engine.domain.worker.Task;
import dev.engine.domain.worker.WorkOrder;
import dev.engine.domain.worker.Worker;
import dev.engine.domain.worker.WorkerId;
import dev.engine.wire.WorkerJson;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "spawn",
    description = "Hand over work. It waits for its turn; a running engine begins it.",
    footer = {
      "",
      "Examples: engine worker spawn research \"Compare three queues.\" --wait",
      "          engine worker spawn build --file plan.md --timeout 2h --max-attempts 3",
      "          git diff | engine worker spawn review - --depends-on 3fa94c01",
      "",
      "Exit codes of --wait: 0 complete, 1 failed, 130 ended by Ctrl-C: the worker goes on."
    })
final class WorkerSpawnCommand implements Callable<Integer> {

  private final Context context;

  @Parameters(
      index = "0",
      paramLabel = "PRIMITIVE",
      description = "What kind of work it is, such as research, write, build or review.")
  private Primitive primitive;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "TEXT",
      description = "What to do, at most 100,000 characters; - for what is piped in.")
  private @Nullable String text;

  @Mixin private InstructionOptions instructions;

  @Option(
      names = "--priority",
      paramLabel = "N",
      description = "-100 to 100, the higher first (default ${DEFAULT-VALUE}).",
      defaultValue = "0")
  private int priority;

  @Option(
      names = {"--depends-on", "--after"},
      paramLabel = "ID",
      split = ",",
      description = "Workers that must be complete first, with commas between them.")
  private List<WorkerId> dependsOn = List.of();

  @Option(
      names = "--run-after",
      paramLabel = "TIME",
      description = "Not before: in 2h, or at 2026-01-05T13:00:00Z.")
  private @Nullable String runAfter;

  @Option(
      names = "--dedupe-key",
      paramLabel = "KEY",
      description = "While a worker with it is pending or running, no other is made.")
  private @Nullable String dedupeKey;

  @Option(
      names = "--max-attempts",
      paramLabel = "N",
      description = "Try it up to 20 times, later each time (default ${DEFAULT-VALUE}).",
      defaultValue = "1")
  private int maxAttempts;

  @Option(
      names = "--timeout",
      paramLabel = "SPAN",
      description = "End an attempt after it, such as 30m (default: as engine.toml says).")
  private @Nullable TimeSpan timeout;

  @Mixin private AskerOptions asker;

  @Option(
      names = "--wait",
      description = "Wait until it is complete or has failed, and show meanwhile where it stands.")
  private boolean isWaiting;

  @Mixin private JsonOption json;

  WorkerSpawnCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Worker worker = context.engine().workers().spawn(order(), context.home().outputs());
    Output output = context.output();
    if (isWaiting) {
      EngineHint.show(context);
      return new WorkerWait(context, json).untilFinished(worker.id());
    }
    json.print(output, () -> WorkerJson.of(worker), () -> output.line(Workers.sentence(worker)));
    EngineHint.show(context);
    return 0;
  }

  private WorkOrder order() {
    return new WorkOrder(
        task(instructions.read(context, text)),
        priority,
        dedupeKey,
        Set.copyOf(dependsOn),
        runAfter == null ? null : Moments.parse(runAfter, context.now()),
        maxAttempts,
        timeout == null ? null : timeout.length());
  }

  private Task task(String told) {
    Asker asking = asker.asker(context);
    return new Task(primitive, told, asking.session(), asking.conversation());
  }
}
