package dev.engine.cli;

import dev.engine.domain.content.StagedItem;
import dev.engine.domain.content.StagedItemId;
import dev.engine.domain.content.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "reject",
    description = "Reject a staged item; its conversation is told why.",
    footer = {"", "Example: engine stage reject 3fa94c01 --comment \"Too long.\""})
final class StageRejectCommand implements Runnable {

  private final Context context;

  @Parameters(paramLabel = "ID", description = "Staged item id, 8 hex digits.")
  private StagedItemId id;

  @Option(names = "--comment", required = true, description = "Why.")
  private String comment;

  StageRejectCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    StagedItem item = context.engine().portal().resolve(id, Verdict.REJECTED, comment);
    context.output().line(Staged.sentence(item));
  }
}
