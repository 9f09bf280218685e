package dev.engine.cli;

import picocli.CommandLine.Command;

@Command(
    name = "priority",
    description = "What matters to you, and in which order.",
    subcommands = {
      PriorityAddCommand.class,
      PriorityListCommand.class,
      PriorityPoolsCommand.class,
      PriorityDoneCommand.class,
      PriorityReopenCommand.class,
      PriorityMoveCommand.class,
      PriorityEditCommand.class
    })
final class PriorityCommand extends CommandGroup {}
