package dev.engine.cli;

import dev.engine.domain.database.Migrating;
import picocli.CommandLine.Command;

@Command(
    name = "migrate",
    description = {
      "Make the database, or bring it up to this version of Engine. If it has rows, a backup is"
          + " taken first. Held migrations stay held."
    },
    footer = {"", "Example: engine db migrate --project /srv/app"})
final class DbMigrateCommand implements Runnable {

  private final Context context;

  DbMigrateCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    Migrating.Migrated migrated = context.database().migrate();
    Output output = context.output();
    Database.print(output, "applied", migrated.applied());
    output.line("the schema is at version " + migrated.version());
    Database.printUndo(output, migrated.backup());
  }
}
