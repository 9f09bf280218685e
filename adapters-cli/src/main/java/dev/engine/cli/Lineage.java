package dev.engine.cli;

import dev.engine.domain.conversation.Conversation;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionId;
import org.jspecify.annotations.Nullable;

/** How a conversation looks in a terminal: which session followed which, when and why. */
final class Lineage {

  private Lineage() {}

  static void print(Conversation conversation, Output output) {
    output.line(Cell.of(conversation.id().value(), Tone.HEADING));
    Table table = new Table("SESSION", "CONTINUATION", "FOLLOWS", "STARTED", "STATE");
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
}
