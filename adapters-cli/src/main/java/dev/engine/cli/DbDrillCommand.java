package dev.engine.cli;

import dev.engine.domain.database.Drilling;
import dev.engine.services.BackupCare;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "drill",
    description = {
      "Restore the newest good backup on trial, aside: it is asked how many rows each table has,"
          + " for rows in whole and where the journal ends, and must answer as the backup does and"
          + " as the database did. Exit code 5 if it does not."
    },
    footer = {"", "Example: engine db drill"})
final class DbDrillCommand implements Runnable {

  private final Context context;

  @Parameters(
      paramLabel = "BACKUP",
      arity = "0..1",
      description = "A file name that `engine db backups` lists, instead of the newest good one.")
  private @Nullable String fileName;

  @Mixin private JsonOption json;

  DbDrillCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    Drilling.Proven proven = proven(context.backups());
    json.print(context.output(), DrillJson.of(proven), () -> print(proven));
  }

  private Drilling.Proven proven(BackupCare care) {
    try (TaskBar bar = new TaskBar(context.output().terminal(), "on trial")) {
      return fileName == null ? care.drill(bar) : care.drill(care.find(fileName), bar);
    }
  }

  private void print(Drilling.Proven proven) {
    long rows = proven.rows().stream().mapToLong(table -> table.rows()).sum();
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
   * A trial that succeeded, on the wire.
   *
   * @param tables every table, by name
   */
  record DrillJson(BackupJson backup, int answersCount, List<TableRowsJson> tables) {

    static DrillJson of(Drilling.Proven proven) {
      return new DrillJson(
          BackupJson.of(proven.backup()), proven.answersCount(), TableRowsJson.of(proven.rows()));
    }
  }
}
