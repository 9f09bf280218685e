package dev.engine.cli;

import dev.engine.domain.session.StatusText;
import dev.engine.domain.worker.Worker;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "report",
    description = "Say what a running worker does; for workers themselves.",
    footer = {"", "Example: engine worker report \"reading the third of five papers\""})
final class WorkerReportCommand implements Runnable {

  private final Context context;

  @Parameters(paramLabel = "TEXT", description = "One line of at most 500 characters.")
  private StatusText text;

  @Mixin private OwnWorkerOption own;

  WorkerReportCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    Worker worker = context.engine().workers().report(own.id(context), text);
    context.output().line("worker %s says: %s".formatted(worker.id(), text.value()));
  }
}
