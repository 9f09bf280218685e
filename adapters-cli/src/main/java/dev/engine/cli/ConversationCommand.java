package dev.engine.cli;

import picocli.CommandLine.Command;

@Command(
    name = "conversation",
    description = "Lines of sessions that outlive a context reset.",
    subcommands = {ConversationListCommand.class, ConversationShowCommand.class})
final class ConversationCommand extends CommandGroup {}
