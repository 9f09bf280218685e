package dev.engine.cli;

import dev.engine.domain.database.Backup;
import dev.engine.domain.database.Progress;
import dev.engine.domain.database.Verification;
import dev.engine.domain.error.EngineException.StorageRefused;
import dev.engine.wire.VerificationJson;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "verify",
    description = "Look at every page and every row; exit code 5 if anything is wrong.",
    footer = {"", "Example: engine db verify system_backup_manual_20260105T120000000Z.db"})
final class DbVerifyCommand implements Runnable {

  private final Context context;

  @Parameters(
      paramLabel = "BACKUP",
      arity = "0..1",
      description = {
        "A file name that `engine db backups` lists, or the path of another database, instead of"
            + " this project's."
      })
  private @Nullable Path file;

  @Mixin private JsonOption json;

  DbVerifyCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    Verification found = found();
    json.print(context.output(), () -> VerificationJson.of(found), () -> print(found));
    if (!found.isSound()) {
      throw new StorageRefused(
          "%s is damaged: %s"
              .formatted(found.file(), Counts.of(found.problems().size(), "problem")));
    }
  }

  private Verification found() {
    try (TaskBar bar = new TaskBar(context.output().terminal(), "verifying")) {
      return file == null ? context.database().verify(bar) : found(file, bar);
    }
  }

  private Verification found(Path named, Progress progress) {
    Optional<Backup> backup = Database.backup(context, named);
    return backup.isPresent()
        ? context.backups().verify(backup.get(), progress)
        : context.database().verify(context.path(named), progress);
  }

  private void print(Verification found) {
    Output output = context.output();
    output.table(Database.rows(found.rows()), "No tables.");
    found.problems().forEach(problem -> output.line(Cell.of(problem, Tone.FAIL)));
    if (found.isSound()) {
      output.line(Cell.of("sound, schema at version " + found.version(), Tone.PASS));
    }
  }
}
