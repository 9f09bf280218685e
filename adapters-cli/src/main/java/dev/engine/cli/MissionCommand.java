package dev.engine.cli;

import picocli.CommandLine.Command;

@Command(
    name = "mission",
    description = "What runs on a schedule.",
    subcommands = {
      MissionAddCommand.class,
      MissionListCommand.class,
      MissionShowCommand.class,
      MissionPreviewCommand.class,
      MissionRunCommand.class,
      MissionEnableCommand.class,
      MissionDisableCommand.class,
      MissionEditCommand.class,
      MissionRemoveCommand.class,
      MissionHistoryCommand.class
    })
final class MissionCommand extends CommandGroup {}
