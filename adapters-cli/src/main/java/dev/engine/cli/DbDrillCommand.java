package dev.engine.cli;

import dev.engine.domain.database.CopyStanding;
import dev.engine.domain.database.CopyTrial;
import dev.engine.domain.database.Drilling;
import dev.engine.domain.database.TableRows;
import dev.engine.domain.error.EngineException.NotFound;
import dev.engine.services.BackupCare;
import dev.engine.wire.DrillJson;
import dev.engine.wire.TableRowsJson;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "drill",
    description = {
      "Restore the newest good backup on trial, aside: it is asked how many rows each table has,"
          + " for rows in whole and where the journal ends, and must answer as the backup does and"
          + " as the database did. Exit code 5 if it does not.",
      "With --copy the same is tried with the continuous copy: it must be sound, and have all that"
          + " the database had when the trial began."
    },
    footer = {"", "Example: engine db drill"})
final class DbDrillCommand implements Runnable {

  private final Context context;

  @Parameters(
      paramLabel = "BACKUP",
      arity = "0..1",
      description = "A file name that `engine db backups` lists, instead of the newest good one.")
  private @Nullable String fileName;

  @Option(names = "--copy", description = "Try the continuous copy instead of a backup.")
  private boolean isOfCopy;

  @Mixin private JsonOption json;

  DbDrillCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    if (isOfCopy) {
      CopyTrial trial = copyTrial();
      json.print(context.output(), () -> CopyTrialJson.of(trial), () -> print(trial));
      return;
    }
    Drilling.Proven proven = proven(context.backups());
    json.print(context.output(), () -> DrillJson.of(proven), () -> print(proven));
  }

  private Drilling.Proven proven(BackupCare care) {
    try (TaskBar bar = new TaskBar(context.output().terminal(), "on trial")) {
      return fileName == null ? care.drill(bar) : care.drill(care.find(fileName), bar);
    }
  }

  private CopyTrial copyTrial() {
    Path folder =
        context
            .program()
            .copy(context.home())
            .map(CopyStanding::folder)
            .orElseThrow(() -> new NotFound("continuous copy:", "backup.copy_to sets one up"));
    try (TaskBar bar = new TaskBar(context.output().terminal(), "on trial")) {
      return context.backups().drillCopy(folder, bar);
    }
  }

  private void print(CopyTrial trial) {
    context
        .output()
        .line(
            Cell.of(
                "the copy in %s is proven: restored with %s, up to event %d"
                    .formatted(
                        trial.folder(),
                        Counts.of(rows(trial.found().rows()), "row"),
                        trial.journalHead()),
                Tone.PASS));
  }

  private static long rows(List<TableRows> tables) {
    return tables.stream().mapToLong(TableRows::rows).sum();
  }

  private void print(Drilling.Proven proven) {
    long rows = rows(proven.rows());
    context
        .output()
        .line(
            Cell.of(
                "%s is proven: restored with %s, %,d answers are equal"
                    .formatted(
                        proven.backup().fileName(), Counts.of(rows, "row"), proven.answersCount()),
                Tone.PASS));
  }

  /**
   * A trial of a continuous copy that succeeded, on the wire.
   *
   * @param journalHead the position of its last event
   * @param tables every table, by name
   */
  record CopyTrialJson(String folder, long journalHead, List<TableRowsJson> tables) {

    static CopyTrialJson of(CopyTrial trial) {
      return new CopyTrialJson(
          trial.folder().toString(), trial.journalHead(), TableRowsJson.of(trial.found().rows()));
    }
  }
}
