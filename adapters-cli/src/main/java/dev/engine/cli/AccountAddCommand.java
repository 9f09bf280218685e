package dev.engine.cli;

import dev.engine.domain.account.Account;
import dev.engine.domain.account.Capabilities;
import dev.engine.domain.account.Handle;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "add",
    description = "Add an account. What opens it is not asked and not kept.",
    footer = {"", "Example: engine account add google email ada@example.com --can read,send"})
final class AccountAddCommand implements Runnable {

  private final Context context;

  @Parameters(index = "0", paramLabel = "PROVIDER", description = "Such as google.")
  private String provider;

  @Parameters(index = "1", paramLabel = "KIND", description = "Such as email or calendar.")
  private String kind;

  @Parameters(index = "2", paramLabel = "ADDRESS", description = "Such as ada@example.com.")
  private String address;

  @Option(names = "--name", description = "What to call it.", defaultValue = "")
  private String name;

  @Option(
      names = "--can",
      paramLabel = "WHAT",
      split = ",",
      description = "What it may be used for, such as read,send.")
  private List<String> capabilities = List.of();

  AccountAddCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    Handle handle = new Handle(provider, kind, address);
    Account added = context.engine().accounts().add(handle, name, Capabilities.of(capabilities));
    context.output().line(AccountListCommand.sentence(added));
  }
}
