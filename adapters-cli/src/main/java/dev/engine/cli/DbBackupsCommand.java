package dev.engine.cli;

import dev.engine.domain.database.Backup;
import dev.engine.wire.BackupJson;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "backups",
    description = "List backups, the newest first.",
    footer = {"", "Example: engine db backups --json"})
final class DbBackupsCommand implements Runnable {

  private final Context context;

  @Mixin private JsonOption json;

  DbBackupsCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    List<Backup> backups = context.backups().list();
    Output output = context.output();
    json.print(
        output,
        () -> backups.stream().map(BackupJson::of).toList(),
        () -> output.table(Database.backups(backups, output), "No backups."));
  }
}
