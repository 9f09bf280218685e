package dev.engine.cli;

import dev.engine.domain.database.Rebuilding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "rebuild",
    description = {
      "Build the database anew from the schema, with every row that has a place in it. Nobody may"
          + " be connected meanwhile; the old file is kept as a backup."
    },
    footer = {"", "Examples: engine down", "          engine db rebuild"})
final class DbRebuildCommand implements Runnable {

  private final Context context;

  @Mixin private ConsentOption consent;

  DbRebuildCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    if (!consent.isGiven(context, "Build the database anew")) {
      context.output().line("Nothing was changed.");
      return;
    }
    print(rebuilt());
  }

  private Rebuilding.Rebuilt rebuilt() {
    try (TaskBar bar = new TaskBar(context.output().terminal(), "rebuilding")) {
      return context.database().rebuild(bar);
    }
  }

  private void print(Rebuilding.Rebuilt rebuilt) {
    Output output = context.output();
    output.table(Database.rows(rebuilt.copied()), "There were no rows.");
    for (String left : rebuilt.leftBehind()) {
      output.line(Cell.of("left behind: " + left, Tone.WARN));
    }
    Database.printUndo(output, rebuilt.old());
  }
}
