package dev.engine.cli;

import dev.engine.domain.Limit;
import dev.engine.domain.Page;
import dev.engine.domain.conversation.Conversation;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.notification.Notification;
import dev.engine.domain.notification.NotificationFilter;
import dev.engine.domain.notification.NotificationFilter.Progress;
import dev.engine.wire.ConversationJson;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "show",
    description = {
      "Draw the lineage of a conversation: which session followed which, when and why.",
      "Below it, the receipts: what the conversation was to be told, and whom that reached."
    },
    footer = {"", "Example: engine conversation show chief-2026-01-05"})
final class ConversationShowCommand implements Runnable {

  /** More than a person reads; `engine notification list` has all. */
  private static final Page NEWEST = Page.first(new Limit(50));

  private final Context context;

  @Parameters(paramLabel = "ID", description = "Conversation id, such as chief-2026-01-05.")
  private ConversationId id;

  @Mixin private JsonOption json;

  ConversationShowCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    Conversation conversation = context.engine().sessions().conversation(id);
    List<Notification> notices =
        context
            .engine()
            .notifications()
            .list(new NotificationFilter(id, Progress.ANY), NEWEST)
            .items();
    json.print(
        context.output(),
        () -> ConversationJson.of(conversation, notices),
        () -> print(conversation, notices));
  }

  private void print(Conversation conversation, List<Notification> notices) {
    Output output = context.output();
    Lineage.print(conversation, output);
    output.emptyLine();
    output.table(Receipts.table(notices, output), "It was never to be told anything.");
  }
}
