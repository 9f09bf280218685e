package dev.engine.cli;

import dev.engine.domain.worker.Worker;
import dev.engine.domain.worker.WorkerId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "show", description = "Show one worker.")
final class WorkerShowCommand implements Runnable {

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
    json.print(context.output(), WorkerJson.of(worker), () -> print(worker));
  }

  private void print(Worker worker) {
    Output output = context.output();
    output.line(Cell.of("worker " + worker.id(), Tone.HEADING));
    output.field("status", worker.status());
    output.field("primitive", worker.task().primitive());
    output.field("owner", worker.task().owner());
    output.field("parent", worker.task().parent());
    output.field("added", worker.createdAt());
    output.field("started", Workers.startedAt(worker));
    output.field("finished", Workers.finishedAt(worker));
    output.field("workspace", worker.workspacePath());
    worker.task().instructions().lines().forEach(line -> output.line("  " + line));
  }
}
