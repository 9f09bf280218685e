package dev.engine.cli;

import picocli.CommandLine.Command;

@Command(
    name = "mission",
    description = "What runs on a schedule.",
    subcommands = {MissionListCommand.class, MissionShowCommand.class})
final class MissionCommand extends CommandGroup {}
