package dev.engine.cli;

import picocli.CommandLine.Command;

@Command(
    name = "notification",
    description = "What conversations are to be told, and were.",
    subcommands = {NotificationListCommand.class, NotificationShowCommand.class})
final class NotificationCommand extends CommandGroup {}
