package dev.engine.cli;

import dev.engine.domain.database.Backup;
import dev.engine.domain.database.BackupName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "backup",
    description = "Take a verified backup, also while sessions go on.",
    footer = {"", "Example: engine db backup before-upgrade"})
final class DbBackupCommand implements Runnable {

  private final Context context;

  @Parameters(
      paramLabel = "NAME",
      arity = "0..1",
      defaultValue = "manual",
      description = "What it is for, in its file name (default ${DEFAULT-VALUE}).")
  private BackupName name;

  DbBackupCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    Backup backup = taken();
    context.output().line("backup %s, %s".formatted(backup.fileName(), Bytes.of(backup.bytes())));
  }

  private Backup taken() {
    try (TaskBar bar = new TaskBar(context.output().terminal(), "backing up")) {
      return context.backups().take(name, bar);
    }
  }
}
