package dev.engine.cli;

import dev.engine.domain.priority.Amendment;
import dev.engine.domain.priority.Level;
import dev.engine.domain.priority.Priority;
import dev.engine.domain.priority.PriorityId;
import dev.engine.domain.priority.PriorityText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "edit",
    description = "Change what a priority says or how much it matters.",
    footer = {"", "Example: engine priority edit 3fa94c01 --level high"})
final class PriorityEditCommand implements Runnable {

  private final Context context;

  @Parameters(paramLabel = "ID", description = "Priority id, 8 hex digits.")
  private PriorityId id;

  @ArgGroup(exclusive = false, multiplicity = "1")
  private Changes changes;

  PriorityEditCommand(Context context) {
    this.context = context;
  }

  /** What changes; what is not named stays. */
  static final class Changes {

    @Option(names = "--text", description = "At most 2,000 characters.")
    private @Nullable PriorityText text;

    @Option(names = "--level", description = "${COMPLETION-CANDIDATES}.")
    private @Nullable Level level;
  }

  @Override
  public void run() {
    Amendment amendment = new Amendment(changes.text, changes.level);
    Priority amended = context.engine().priorities().amend(id, amendment);
    context.output().line(Priorities.sentence(amended));
  }
}
