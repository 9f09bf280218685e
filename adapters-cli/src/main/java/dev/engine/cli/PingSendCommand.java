package dev.engine.cli;

import dev.engine.domain.Urgency;
import dev.engine.domain.ping.Appeal;
import dev.engine.domain.ping.Ping;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "send",
    description = "Ask for the person. The answer goes back to the conversation that asked.",
    footer = {
      "",
      "Example: engine ping send \"Deploy now?\" --urgency high --conversation chief-2026-01-05"
    })
final class PingSendCommand implements Runnable {

  private final Context context;

  @Parameters(paramLabel = "MESSAGE", description = "At most 10,000 characters.")
  private String message;

  @Option(
      names = "--urgency",
      description = "${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).",
      defaultValue = "normal")
  private Urgency urgency;

  @Mixin private AskerOptions asker;

  PingSendCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    Asker asking = asker.asker(context);
    Appeal appeal = new Appeal(asking.session(), asking.conversation(), urgency, message);
    Ping sent = context.engine().pings().send(appeal);
    context.output().line("ping %s: sent (%s)".formatted(sent.id(), sent.appeal().urgency()));
  }
}
