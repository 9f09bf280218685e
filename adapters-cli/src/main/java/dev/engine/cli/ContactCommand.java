package dev.engine.cli;

import picocli.CommandLine.Command;

@Command(
    name = "contact",
    description = "People you know.",
    subcommands = {
      ContactAddCommand.class,
      ContactListCommand.class,
      ContactShowCommand.class,
      ContactEditCommand.class,
      ContactTagCommand.class,
      ContactUntagCommand.class,
      ContactRemoveCommand.class,
      ContactDoublesCommand.class,
      ContactMergeCommand.class,
      ContactImportCommand.class,
      ContactExportCommand.class
    })
final class ContactCommand extends CommandGroup {}
