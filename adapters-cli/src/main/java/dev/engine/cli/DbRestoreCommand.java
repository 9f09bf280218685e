package dev.engine.cli;

import dev.engine.domain.database.Restoring;
import dev.engine.domain.error.EngineException.EngineUnavailable;
import dev.engine.services.ServingControl.Stopping;
import java.nio.file.Path;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "restore",
    description = {
      "Go back to a backup. Nobody may be connected meanwhile; the database as it was is kept as a"
          + " backup, even if it is damaged. Without --stop a running engine is left alone, and"
          + " nothing is restored."
    },
    footer = {"", "Example: engine db restore system_backup_before_029_20260105T120000000Z.db"})
final class DbRestoreCommand implements Runnable {

  /** Longer than a clean end may take, which is 10 s. */
  private static final Duration ENDING_LIMIT = Duration.ofSeconds(15);

  private final Context context;

  @Parameters(
      paramLabel = "BACKUP",
      description =
          "A file name that `engine db backups` lists, or a path: of a backup, or of the folder of"
              + " a continuous copy.")
  private Path backup;

  @Option(
      names = "--stop",
      description = "First ask the engine that serves the project to end, and wait for it.")
  private boolean isStopping;

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
    if (isStopping) {
      stopEngine();
    }
    Restoring.Restored restored = context.database().restore(file);
    context.backups().tidy(); // what is stored of backups is as old as what was restored
    output.line("restored, the schema is at version " + restored.version());
    Database.printUndo(output, restored.replaced());
  }

  private void stopEngine() {
    switch (context.program().serving().stop(context.home(), ENDING_LIMIT)) {
      case Stopping.Stopped stopped ->
          context
              .output()
              .line(
                  "The engine has ended (process %d); `engine up` starts it again."
                      .formatted(stopped.engine().process().pid()));
      case Stopping.NotServing none -> {}
      case Stopping.StillThere still ->
          throw new EngineUnavailable(
              "the engine was asked to end and has not within %d s: %s"
                  .formatted(ENDING_LIMIT.toSeconds(), still.engine().description()));
    }
  }

  private Path file() {
    boolean isName = !backup.isAbsolute() && backup.getNameCount() == 1;
    return isName ? context.backups().find(backup.toString()).file() : context.path(backup);
  }
}
