package dev.engine.cli;

import dev.engine.domain.Urgency;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.ping.Ping;
import dev.engine.domain.ping.Ping.State;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How pings look in a terminal. */
final class Pings {

  private Pings() {}

  /** {@code open}, {@code acknowledged} or {@code answered}. */
  static String stateName(State state) {
    return switch (state) {
      case State.Open open -> "open";
      case State.Acknowledged acknowledged -> "acknowledged";
      case State.Answered answered -> "answered";
    };
  }

  static Cell urgency(Urgency urgency) {
    return switch (urgency) {
      case LOW -> Cell.of(urgency, Tone.MUTED);
      case NORMAL -> Cell.of(urgency);
      case HIGH -> Cell.of(urgency, Tone.WARN);
      case CRITICAL -> Cell.of(urgency, Tone.FAIL);
    };
  }

  /** The conversation that something belongs to, or a dash. */
  static Cell conversation(@Nullable ConversationId conversation) {
    return conversation == null ? Cell.of("-", Tone.MUTED) : Cell.of(conversation);
  }

  static Table table(List<Ping> pings, Output output) {
    Table table = new Table("PING", "URGENCY", "CONVERSATION", "STATE", "SENT", "MESSAGE");
    for (Ping ping : pings) {
      table.row(
          Cell.of(ping.id(), Tone.ACCENT),
          urgency(ping.appeal().urgency()),
          conversation(ping.appeal().conversation()),
          state(ping.state()),
          output.ago(ping.createdAt()),
          Cell.of(ping.appeal().message()));
    }
    return table;
  }

  private static Cell state(State state) {
    return switch (state) {
      case State.Open open ->
          open.snoozedUntil() == null
              ? Cell.of("open", Tone.WARN)
              : Cell.of("snoozed until " + open.snoozedUntil(), Tone.MUTED);
      case State.Acknowledged acknowledged -> Cell.of("acknowledged");
      case State.Answered answered -> Cell.of("answered", Tone.PASS);
    };
  }
}
