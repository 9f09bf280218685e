package dev.engine.cli;

import picocli.CommandLine.Command;

@Command(
    name = "stage",
    description = "What agents laid out for you to see, and what you say to it.",
    subcommands = {
      StageAddCommand.class,
      StageListCommand.class,
      StageShowCommand.class,
      StageApproveCommand.class,
      StageRejectCommand.class,
      StageDismissCommand.class
    })
final class StageCommand extends CommandGroup {}
