package dev.engine.cli;

import dev.engine.domain.database.Restoring;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "restore",
    description = {
      "Go back to a backup. Nobody may be connected meanwhile; the database as it was is kept as a"
          + " backup, even if it is damaged."
    },
    footer = {"", "Example: engine db restore system_backup_before_029_20260105T120000000Z.db"})
final class DbRestoreCommand implements Runnable {

  private final Context context;

  @Parameters(
      paramLabel = "BACKUP",
      description = "A file name that `engine db backups` lists, or a path.")
  private Path backup;

  @Mixin private ConsentOption consent;

  DbRestoreCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    Output output = context.output();
    Path file = file();
    if (!consent.isGiven(context, "Go back to " + file)) {
      output.line("Nothing was changed.");
      return;
    }
    Restoring.Restored restored = context.database().restore(file);
    output.line("restored, the schema is at version " + restored.version());
    Database.printUndo(output, restored.replaced());
  }

  private Path file() {
    boolean isName = !backup.isAbsolute() && backup.getNameCount() == 1;
    return isName ? context.database().backup(backup.toString()).file() : context.path(backup);
  }
}
