package dev.engine.app;

import dev.engine.hooks.Surroundings;
import dev.engine.host.ProcProcesses;
import dev.engine.host.ProcessPrograms;
import dev.engine.host.TmuxPanes;

/** What hooks ask of this machine. */
final class SurroundingsOfMachine {

  private SurroundingsOfMachine() {}

  static Surroundings of(Settings settings) {
    return new Surroundings(
        new ProcProcesses(), new TmuxPanes(new ProcessPrograms()), settings::timezone);
  }
}
