package dev.engine.cli;

import picocli.CommandLine.Command;

@Command(
    name = "account",
    description = "Accounts that tools act for. Never a secret: only that there is one.",
    subcommands = {
      AccountAddCommand.class,
      AccountListCommand.class,
      AccountEnableCommand.class,
      AccountDisableCommand.class
    })
final class AccountCommand extends CommandGroup {}
