package dev.engine.cli;

import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.install.SettingsEdit;
import dev.engine.services.Installation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "uninstall",
    description = {
      "Take Engine's hooks out of Claude Code's settings. What was stored is kept, unless --purge."
    },
    footer = {"", "Example: engine uninstall --dry-run"})
final class UninstallCommand implements Runnable {

  private final Context context;

  @Option(names = "--dry-run", description = "Only show what would change in the settings.")
  private boolean isDryRun;

  @Option(names = "--purge", description = "Also delete everything that was stored, for good.")
  private boolean isPurge;

  @Mixin private ConsentOption consent;

  UninstallCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    Installation installation = context.program().installation();
    HomeFolder home = context.home();
    if (isDryRun) {
      SettingsEdits.print(context.output(), installation.previewUninstall(home));
    } else if (consent.isGiven(context, question(home))) {
      uninstall(installation, home);
    } else {
      context.output().line("Nothing was changed.");
    }
  }

  private void uninstall(Installation installation, HomeFolder home) {
    Output output = context.output();
    for (SettingsEdit edit : SettingsEdits.worthTelling(installation.uninstall(home))) {
      output.line("Settings: %s, %s.".formatted(edit.file(), SettingsEdits.change(edit)));
    }
    if (isPurge) {
      installation.purge(home);
      output.line("Data: %s is deleted.".formatted(home));
    } else {
      output.line("Data: kept in %s; --purge deletes it.".formatted(home));
      if (installation.hasPlugin(home)) {
        output.line("Plugin: still there, and goes on: claude plugin uninstall engine@engine");
      }
    }
  }

  private String question(HomeFolder home) {
    return isPurge
        ? "Take Engine out of %s and delete %s with everything in it"
            .formatted(home.project(), home)
        : "Take Engine's hooks out of " + home.project();
  }
}
