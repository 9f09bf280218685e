package dev.engine.cli;

import dev.engine.domain.Urgency;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.ping.Appeal;
import dev.engine.domain.ping.Ping;
import dev.engine.domain.session.SessionId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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

  @Option(names = "--session", paramLabel = "ID", description = "The session that asks.")
  private @Nullable SessionId session;

  @Option(
      names = "--conversation",
      paramLabel = "ID",
      description = "The conversation to answer to (default that of the session).")
  private @Nullable ConversationId conversation;

  PingSendCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    Appeal appeal = new Appeal(session, conversation, urgency, message);
    Ping sent = context.engine().pings().send(appeal);
    context.output().line("ping %s: sent (%s)".formatted(sent.id(), sent.appeal().urgency()));
  }
}
