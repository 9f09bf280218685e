package dev.engine.cli;

import dev.engine.domain.Listed;
import dev.engine.domain.account.Account;
import dev.engine.domain.account.Account.Use;
import dev.engine.wire.AccountJson;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "list",
    description = "List accounts by provider, kind and address.",
    footer = {
      "",
      "Examples: engine account list",
      "          engine account list --limit 20 --json"
    })
final class AccountListCommand implements Runnable {

  private final Context context;

  @Mixin private PageOptions pages;
  @Mixin private JsonOption json;

  AccountListCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    Listed<Account> accounts = context.engine().accounts().list(pages.page());
    json.print(
        context.output(),
        () -> accounts.items().stream().map(AccountJson::of).toList(),
        () -> context.output().table(table(accounts.items()), "No accounts."));
    pages.more(context.output(), accounts);
  }

  /** What a command that changed one says. */
  static String sentence(Account account) {
    return "account %s (%s): %s"
        .formatted(account.id(), use(account.use()).text(), account.handle());
  }

  private static Table table(List<Account> accounts) {
    Table table = new Table("ACCOUNT", "PROVIDER", "KIND", "USE", "CAN", "ADDRESS", "NAME");
    for (Account account : accounts) {
      table.row(
          Cell.of(account.id(), Tone.ACCENT),
          Cell.of(account.handle().provider()),
          Cell.of(account.handle().kind()),
          use(account.use()),
          Cell.of(String.join(",", account.capabilities().names())),
          Cell.of(account.handle().address()),
          Cell.of(account.displayName()));
    }
    return table;
  }

  private static Cell use(Use use) {
    return switch (use) {
      case ENABLED -> Cell.of("enabled", Tone.PASS);
      case DISABLED -> Cell.of("disabled", Tone.MUTED);
    };
  }
}
