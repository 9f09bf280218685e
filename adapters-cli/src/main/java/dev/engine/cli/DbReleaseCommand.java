package dev.engine.cli;

import dev.engine.domain.database.MigrationNumber;
import dev.engine.domain.database.Releasing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "release",
    description = {
      "Apply a migration that is held because it drops something. It is refused while what replaces"
          + " that lacks a row; a backup that undoes it is taken first."
    },
    footer = {"", "Example: engine db release 029"})
final class DbReleaseCommand implements Runnable {

  private final Context context;

  @Parameters(paramLabel = "NNN", description = "Its number, see `engine db status`.")
  private MigrationNumber number;

  @Mixin private ConsentOption consent;

  DbReleaseCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    Output output = context.output();
    if (!consent.isGiven(context, "Apply the held migration " + number)) {
      output.line("Nothing was changed.");
      return;
    }
    Releasing.Released released = context.database().release(number);
    output.line("applied " + released.migration());
    Database.printUndo(output, released.backup());
  }
}
