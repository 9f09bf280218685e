package dev.engine.cli;

import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.serving.StartupUnit;
import dev.engine.domain.serving.StartupUnits;
import dev.engine.domain.serving.StartupUnits.Switching;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "install",
    description = {
      "Start the engine now, at each login, and again when it fails: by a user unit of systemd, or"
          + " by launchd on macOS."
    },
    footer = {"", "Example: engine service install --dry-run"})
final class ServiceInstallCommand implements Runnable {

  private final Context context;

  @Option(names = "--dry-run", description = "Only print the unit.")
  private boolean isDryRun;

  ServiceInstallCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    HomeFolder home = context.home();
    StartupUnits units = context.program().startupUnits();
    if (isDryRun) {
      print(units.preview(home));
    } else {
      tell(units.install(home));
    }
  }

  private void print(StartupUnit unit) {
    context.output().line(Cell.of("# " + unit.file(), Tone.MUTED));
    unit.text().lines().forEach(context.output()::line);
  }

  private void tell(Switching switching) {
    Output output = context.output();
    switch (switching) {
      case Switching.Switched switched ->
          output.line("The engine starts by itself: %s".formatted(switched.unit().file()));
      case Switching.ToldNobody told -> {
        output.line("Written: %s".formatted(told.unit().file()));
        output.line(Cell.of("This failed; run it yourself: " + told.command(), Tone.WARN));
      }
      case Switching.NotInstalled none -> output.line("Nothing was changed.");
    }
  }
}
