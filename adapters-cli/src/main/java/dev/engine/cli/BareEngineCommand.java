package dev.engine.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * {@code engine} without its commands: what is said of it, and the option that all of them have.
 */
@Command(
    name = "engine",
    description = "The durable core of a fleet of Claude Code sessions on this machine.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT, // of --help and --version, which every command has
    versionProvider = VersionLine.class,
    footer = {
      "",
      "Exit codes: 0 done, 2 wrong usage, 3 not found, 4 conflict, 5 storage unavailable, 6 another"
          + " engine serves, 7 the engine does not answer, 70 a bug.",
      "`engine COMMAND --help` explains a command."
    })
class BareEngineCommand extends CommandGroup {

  private final Context context;

  BareEngineCommand(Context context) {
    this.context = context;
  }

  @Option(
      names = "--project",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "The project to work on, instead of the one around this directory.")
  void chooseProject(Path project) {
    context.chooseProject(project);
  }
}
