package dev.engine.cli;

import dev.engine.domain.account.Account;
import dev.engine.domain.account.AccountId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "disable",
    description = "Let no tool act for an account any more.",
    footer = {"", "Example: engine account disable 3fa94c01"})
final class AccountDisableCommand implements Runnable {

  private final Context context;

  @Parameters(paramLabel = "ID", description = "Account id, 8 hex digits.")
  private AccountId id;

  AccountDisableCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    Account account = context.engine().accounts().disable(id);
    context.output().line(AccountListCommand.sentence(account));
  }
}
