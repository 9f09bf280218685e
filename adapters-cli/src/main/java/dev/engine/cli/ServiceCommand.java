package dev.engine.cli;

import picocli.CommandLine.Command;

@Command(
    name = "service",
    description = "Have this machine start the engine of a project by itself.",
    subcommands = {ServiceInstallCommand.class, ServiceUninstallCommand.class})
final class ServiceCommand extends CommandGroup {}
