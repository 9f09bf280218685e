package dev.engine.cli;

import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.serving.ServingEngine;
import dev.engine.services.Installation;
import dev.engine.services.ServingControl;
import dev.engine.services.ServingControl.Starting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "up",
    description = {
      "Have an engine serve a project in the background: sets the project up if need be, starts the"
          + " engine unless it runs, waits until it is ready, and says how to open it.",
      "It outlives the terminal. Doing it again is harmless."
    },
    footer = {"", "Example: engine up", "         engine up --project ~/work --yes"})
final class UpCommand implements Runnable {

  private final Context context;

  @Option(
      names = "--foreground",
      description = "Run it in this terminal instead, until Ctrl-C or SIGTERM.")
  private boolean isForeground;

  @Mixin private ConsentOption consent;

  UpCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    HomeFolder home = context.homeOrHere();
    if (!isSetUp(home)) {
      context.output().line("Nothing was changed.");
    } else if (isForeground) {
      new ServeOptions().serve(context, home);
    } else {
      start(home);
    }
  }

  /** Sets {@code home} up if it is not there; false if the person does not want that. */
  private boolean isSetUp(HomeFolder home) {
    Installation installation = context.program().installation();
    if (installation.exists(home)) {
      return true;
    }
    if (!consent.isGiven(context, "Set Engine up in " + home.project())) {
      return false;
    }
    installation.init(installation.setup(home, null, null));
    context.output().line("Engine is set up in " + home.project() + ".");
    return true;
  }

  private void start(HomeFolder home) {
    ServingControl control = context.program().serving();
    Starting starting = control.start(home);
    Output output = context.output();
    output.line(Cell.of(headline(home, starting), Tone.PASS));
    output.field("open once", control.dashboardLink(home));
    output.field("again", "engine dashboard --project " + home.project());
    output.field("next", "start Claude Code in %s, then: engine status".formatted(home.project()));
    output.field("stop", "engine down --project " + home.project());
  }

  private static String headline(HomeFolder home, Starting starting) {
    ServingEngine engine = starting.engine();
    String fact =
        switch (starting) {
          case Starting.Started started -> "An engine serves %s now: %s.";
          case Starting.WasServing before -> "An engine serves %s already: %s.";
        };
    return fact.formatted(home.project(), engine.description());
  }
}
