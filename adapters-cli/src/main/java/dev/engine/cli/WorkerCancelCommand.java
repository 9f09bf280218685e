package dev.engine.cli;

import dev.engine.domain.worker.Worker;
import dev.engine.domain.worker.WorkerId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "cancel",
    description =
        "Have a worker not done. One that runs is ended: asked to, and killed after 10 s.",
    footer = {"", "Example: engine worker cancel 3fa94c01"})
final class WorkerCancelCommand implements Runnable {

  private final Context context;

  @Parameters(paramLabel = "ID", description = "Worker id, 8 hex digits.")
  private WorkerId id;

  WorkerCancelCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    Worker worker = context.engine().workers().cancel(id);
    context.output().line(Workers.sentence(worker));
  }
}
