package dev.engine.cli;

import dev.engine.domain.account.Account;
import dev.engine.domain.account.AccountId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "enable",
    description = "Let tools act for an account again.",
    footer = {"", "Example: engine account enable 3fa94c01"})
final class AccountEnableCommand implements Runnable {

  private final Context context;

  @Parameters(paramLabel = "ID", description = "Account id, 8 hex digits.")
  private AccountId id;

  AccountEnableCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    Account account = context.engine().accounts().enable(id);
    context.output().line(AccountListCommand.sentence(account));
  }
}
