package dev.engine.cli;

import dev.engine.domain.content.StagedItem;
import dev.engine.domain.content.StagedItemId;
import dev.engine.domain.content.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "approve",
    description = "Approve a staged item; its conversation is told.",
    footer = {
      "",
      "Examples: engine stage approve 3fa94c01",
      "          engine stage approve 3fa94c01 --comment \"Send it on Monday.\""
    })
final class StageApproveCommand implements Runnable {

  private final Context context;

  @Parameters(paramLabel = "ID", description = "Staged item id, 8 hex digits.")
  private StagedItemId id;

  @Option(names = "--comment", description = "What else to say to it.", defaultValue = "")
  private String comment;

  StageApproveCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    StagedItem item = context.engine().portal().resolve(id, Verdict.APPROVED, comment);
    context.output().line(Staged.sentence(item));
  }
}
