package dev.engine.cli;

import picocli.CommandLine.Command;

@Command(
    name = "worker",
    description = "Work handed to background processes.",
    subcommands = {WorkerListCommand.class, WorkerShowCommand.class})
final class WorkerCommand extends CommandGroup {}
