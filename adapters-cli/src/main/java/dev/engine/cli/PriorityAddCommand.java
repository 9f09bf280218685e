package dev.engine.cli;

import dev.engine.domain.priority.Level;
import dev.engine.domain.priority.Pool;
import dev.engine.domain.priority.Priority;
import dev.engine.domain.priority.PriorityText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "add",
    description = "Add a priority at the end of its pool.",
    footer = {"", "Example: engine priority add \"Answer Ada\" --level high --pool errands"})
final class PriorityAddCommand implements Runnable {

  private final Context context;

  @Parameters(paramLabel = "TEXT", description = "At most 2,000 characters.")
  private PriorityText text;

  @Option(
      names = "--level",
      description = "${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).",
      defaultValue = "medium")
  private Level level;

  @Option(
      names = "--pool",
      paramLabel = "NAME",
      description = "The list it belongs to (default ${DEFAULT-VALUE}).",
      defaultValue = "main")
  private Pool pool;

  PriorityAddCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    Priority added = context.engine().priorities().add(text, level, pool);
    context.output().line(Priorities.sentence(added));
  }
}
