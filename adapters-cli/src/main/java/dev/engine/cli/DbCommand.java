package dev.engine.cli;

import picocli.CommandLine.Command;

@Command(
    name = "db",
    description = "The database file: its schema, its backups, its health.",
    subcommands = {
      DbStatusCommand.class,
      DbMigrateCommand.class,
      DbReleaseCommand.class,
      DbRebuildCommand.class,
      DbAdoptCommand.class,
      DbBackupCommand.class,
      DbBackupsCommand.class,
      DbVerifyCommand.class,
      DbRestoreCommand.class,
      DbDrillCommand.class
    })
final class DbCommand extends CommandGroup {}
