package dev.engine.cli;

import picocli.CommandLine.Command;

@Command(
    name = "worker",
    description = "Work handed to background processes.",
    subcommands = {
      WorkerSpawnCommand.class,
      WorkerListCommand.class,
      WorkerShowCommand.class,
      WorkerLogCommand.class,
      WorkerCancelCommand.class,
      WorkerRetryCommand.class,
      WorkerReportCommand.class,
      WorkerAskCommand.class
    })
final class WorkerCommand extends CommandGroup {}
