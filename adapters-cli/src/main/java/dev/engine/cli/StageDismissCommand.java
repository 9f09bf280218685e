package dev.engine.cli;

import dev.engine.domain.content.StagedItem;
import dev.engine.domain.content.StagedItemId;
import dev.engine.domain.content.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "dismiss",
    description = "Take a staged item off the list without a word to it; its conversation is told.",
    footer = {"", "Example: engine stage dismiss 3fa94c01"})
final class StageDismissCommand implements Runnable {

  private final Context context;

  @Parameters(paramLabel = "ID", description = "Staged item id, 8 hex digits.")
  private StagedItemId id;

  StageDismissCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    StagedItem item = context.engine().portal().resolve(id, Verdict.DISMISSED, "");
    context.output().line(Staged.sentence(item));
  }
}
