package dev.engine.cli;

import picocli.CommandLine.Command;

@Command(
    name = "ping",
    description = "What agents want from the person.",
    subcommands = {
      PingSendCommand.class,
      PingListCommand.class,
      PingAckCommand.class,
      PingAnswerCommand.class,
      PingSnoozeCommand.class
    })
final class PingCommand extends CommandGroup {}
