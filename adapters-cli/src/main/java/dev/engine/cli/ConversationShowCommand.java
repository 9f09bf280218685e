package dev.engine.cli;

import dev.engine.domain.conversation.Conversation;
import dev.engine.domain.conversation.ConversationId;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "show",
    description = "Draw the lineage of a conversation: which session followed which, when and why.")
final class ConversationShowCommand implements Runnable {

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
    json.print(
        context.output(),
        ConversationJson.of(conversation),
        () -> Lineage.print(conversation, context.output()));
  }

  /** A conversation with its sessions on the wire, the oldest first. */
  record ConversationJson(String id, List<SessionJson> sessions) {

    static ConversationJson of(Conversation conversation) {
      return new ConversationJson(
          conversation.id().value(),
          conversation.sessions().stream().map(SessionJson::of).toList());
    }
  }
}
