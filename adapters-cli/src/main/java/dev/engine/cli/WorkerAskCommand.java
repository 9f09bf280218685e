package dev.engine.cli;

import dev.engine.domain.ping.Ping;
import dev.engine.domain.worker.WorkerId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "ask",
    description = {
      "Ask the person on behalf of a running worker; for workers themselves.",
      "The worker should end then, with exit code 0. With the answer it is run again, in the same"
          + " session of Claude Code."
    },
    footer = {"", "Example: engine worker ask \"Which of the two databases?\""})
final class WorkerAskCommand implements Runnable {

  private final Context context;

  @Parameters(paramLabel = "QUESTION", description = "At most 9,000 characters.")
  private String question;

  @Mixin private OwnWorkerOption own;

  WorkerAskCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    WorkerId id = own.id(context);
    Ping ping = context.engine().workers().ask(id, question);
    context
        .output()
        .line(
            "ping %s: sent; worker %s waits for the answer once it ends".formatted(ping.id(), id));
  }
}
