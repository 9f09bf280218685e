package dev.engine.cli;

import dev.engine.domain.priority.Priority;
import dev.engine.domain.priority.PriorityId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "done",
    description = "Complete a priority. Doing it twice is harmless.",
    footer = {"", "Example: engine priority done 3fa94c01"})
final class PriorityDoneCommand implements Runnable {

  private final Context context;

  @Parameters(paramLabel = "ID", description = "Priority id, 8 hex digits.")
  private PriorityId id;

  PriorityDoneCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    Priority priority = context.engine().priorities().complete(id);
    context.output().line(Priorities.sentence(priority));
  }
}
