package dev.engine.cli;

import dev.engine.domain.worker.Worker;
import dev.engine.domain.worker.WorkerId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "retry",
    description = "Have a worker that finished run again, from the beginning.",
    footer = {"", "Example: engine worker retry 3fa94c01"})
final class WorkerRetryCommand implements Runnable {

  private final Context context;

  @Parameters(paramLabel = "ID", description = "Worker id, 8 hex digits.")
  private WorkerId id;

  WorkerRetryCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    Worker worker = context.engine().workers().retry(id);
    context.output().line(Workers.sentence(worker));
  }
}
