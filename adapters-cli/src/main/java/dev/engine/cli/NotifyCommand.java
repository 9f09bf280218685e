package dev.engine.cli;

import dev.engine.domain.Urgency;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.notification.Notification;
import dev.engine.domain.notification.Sender;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "notify",
    description = "Leave a message for a conversation. Its next session is told, whenever that is.",
    footer = {"", "Example: engine notify chief-2026-01-05 \"The review moved to Friday.\""})
final class NotifyCommand implements Runnable {

  private final Context context;

  @Parameters(
      index = "0",
      paramLabel = "CONVERSATION",
      description = "Conversation id, such as chief-2026-01-05.")
  private ConversationId conversation;

  @Parameters(index = "1", paramLabel = "TEXT", description = "At most 100,000 characters.")
  private String text;

  @Option(
      names = "--urgency",
      description = "${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).",
      defaultValue = "normal")
  private Urgency urgency;

  @Option(
      names = "--from",
      paramLabel = "ID",
      description =
          "The conversation that says it (default: ENGINE_CONVERSATION_ID, else that of the session"
              + " of Claude Code which runs this command, else the person).")
  private @Nullable ConversationId from;

  NotifyCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    Sender sender = from == null ? Speaker.of(context) : new Sender.FromConversation(from);
    Notification queued =
        context.engine().notifications().message(conversation, sender, urgency, text);
    context
        .output()
        .line(
            "notification %s: waits for %s".formatted(queued.id(), queued.notice().conversation()));
  }
}
