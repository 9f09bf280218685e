package dev.engine.cli;

import picocli.CommandLine.Command;

@Command(
    name = "events",
    description = "What happened, in the order in which it was stored.",
    subcommands = EventsTailCommand.class)
final class EventsCommand extends CommandGroup {}
