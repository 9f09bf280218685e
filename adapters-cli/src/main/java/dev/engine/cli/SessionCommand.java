package dev.engine.cli;

import picocli.CommandLine.Command;

@Command(
    name = "session",
    description = "Runs of Claude Code.",
    subcommands = {
      SessionListCommand.class,
      SessionShowCommand.class,
      SessionEndCommand.class,
      SessionJumpCommand.class,
      SessionStatusCommand.class
    })
final class SessionCommand extends CommandGroup {}
