package dev.engine.cli;

import dev.engine.domain.conversation.Conversation;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionId;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
    json.print(context.output(), ConversationJson.of(conversation), () -> print(conversation));
  }

  private void print(Conversation conversation) {
    Output output = context.output();
    output.line(Cell.of(conversation.id().value(), Tone.HEADING));
    Table table = new Table("SESSION", "JOINED BY", "FOLLOWS", "STARTED", "STATE");
    for (Session session : conversation.sessions()) {
      table.row(
          Cell.of(session.id(), Tone.ACCENT),
          Cell.of(session.origin().continuation()),
          follows(session.origin().previous()),
          Cell.of(session.origin().startedAt()),
          Sessions.state(session.state(), output));
    }
    output.table(table, "No sessions.");
  }

  private static Cell follows(@Nullable SessionId previous) {
    return previous == null ? Cell.of("-", Tone.MUTED) : Cell.of(previous);
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
