package dev.engine.cli;

import dev.engine.domain.database.Adopting;
import dev.engine.domain.error.EngineException.Conflict;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "adopt",
    description = {
      "Take over a system.db that has no history of migrations, if its schema equals one of the"
          + " versions there have been; else say how it differs and change nothing."
    },
    footer = {"", "Example: engine db adopt ~/old/.engine/data/db/system.db"})
final class DbAdoptCommand implements Runnable {

  private final Context context;

  @Parameters(paramLabel = "FILE", description = "Never written to, unless it is in place already.")
  private Path file;

  @Mixin private ConsentOption consent;

  DbAdoptCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    Path candidate = context.path(file);
    if (!consent.isGiven(context, "Make %s the database of this project".formatted(candidate))) {
      context.output().line("Nothing was changed.");
      return;
    }
    switch (context.database().adopt(candidate)) {
      case Adopting.Adopted adopted -> print(adopted);
      case Adopting.Differs differs -> throw refused(candidate, differs);
    }
  }

  private void print(Adopting.Adopted adopted) {
    Output output = context.output();
    output.line("adopted at version %d".formatted(adopted.baseline()));
    Database.print(output, "applied", adopted.applied());
    Database.printUndo(output, adopted.replaced());
  }

  private Conflict refused(Path candidate, Adopting.Differs differs) {
    differs.differences().forEach(difference -> context.output().line(difference));
    return new Conflict(
        "%s has the schema of no version; it comes nearest to %d, with %s"
            .formatted(
                candidate,
                differs.nearest(),
                Counts.of(differs.differences().size(), "difference")));
  }
}
