package dev.engine.cli;

import dev.engine.domain.priority.Priority;
import dev.engine.domain.priority.PriorityId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "reopen",
    description = "Put a priority that is done back at the end of its pool.",
    footer = {"", "Example: engine priority reopen 3fa94c01"})
final class PriorityReopenCommand implements Runnable {

  private final Context context;

  @Parameters(paramLabel = "ID", description = "Priority id, 8 hex digits.")
  private PriorityId id;

  PriorityReopenCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    Priority priority = context.engine().priorities().reopen(id);
    context.output().line(Priorities.sentence(priority));
  }
}
