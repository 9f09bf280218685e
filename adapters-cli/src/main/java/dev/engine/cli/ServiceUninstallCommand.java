package dev.engine.cli;

import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.serving.StartupUnits;
import dev.engine.domain.serving.StartupUnits.Switching;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "uninstall",
    description = "Stop the engine that this machine has started, and start it no more.",
    footer = {"", "Example: engine service uninstall --dry-run"})
final class ServiceUninstallCommand implements Runnable {

  private final Context context;

  @Option(names = "--dry-run", description = "Only say which file would go.")
  private boolean isDryRun;

  ServiceUninstallCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    HomeFolder home = context.home();
    StartupUnits units = context.program().startupUnits();
    if (isDryRun) {
      context.output().line("Would delete " + units.preview(home).file());
    } else {
      tell(units.uninstall(home));
    }
  }

  private void tell(Switching switching) {
    Output output = context.output();
    switch (switching) {
      case Switching.Switched switched ->
          output.line("The engine does not start by itself any more.");
      case Switching.ToldNobody told -> {
        output.line("Deleted: %s".formatted(told.unit().file()));
        output.line(Cell.of("This failed; run it yourself: " + told.command(), Tone.WARN));
      }
      case Switching.NotInstalled none ->
          output.line("There is no unit: %s".formatted(none.unit().file()));
    }
  }
}
