package dev.engine.cli;

import dev.engine.domain.session.Session;
import dev.engine.domain.session.Session.State;
import java.util.List;

/** How sessions look in a terminal. */
final class Sessions {

  private Sessions() {}

  /** What a person wants to know first, and since when nobody knows whether it is still so. */
  static Cell state(Session session, Output output) {
    Cell state = state(session.state(), output);
    return session
        .quietSince(output.now())
        .map(
            since ->
                Cell.of("%s, quiet %s".formatted(state.text(), output.since(since)), Tone.WARN))
        .orElse(state);
  }

  /** What a person wants to know first: what it does, what it waits for, or how it ended. */
  static Cell state(State state, Output output) {
    return switch (state) {
      case State.Working working ->
          switch (working.activity()) {
            case ACTIVE -> Cell.of("active", Tone.PASS);
            case TOOL_ACTIVE -> Cell.of("running a tool", Tone.PASS);
            case IDLE -> Cell.of("idle");
          };
      case State.Waiting waiting ->
          Cell.of(
              "needs %s, %s".formatted(waiting.want(), output.since(waiting.since())), Tone.WARN);
      case State.Ended ended -> Cell.of("ended (%s)".formatted(ended.reason()), Tone.MUTED);
    };
  }

  static Table table(List<Session> sessions, Output output) {
    Table table = new Table("SESSION", "CONVERSATION", "STATE", "SEEN", "STARTED", "WORKS ON");
    for (Session session : sessions) {
      table.row(
          Cell.of(session.id(), Tone.ACCENT),
          Cell.of(session.conversation()),
          state(session, output),
          output.ago(session.report().lastSeenAt()),
          output.ago(session.origin().startedAt()),
          worksOn(session));
    }
    return table;
  }

  /** What it says of itself, else the directory it works in. */
  static Cell worksOn(Session session) {
    if (session.report().status() != null) {
      return Cell.of(session.report().status().value());
    }
    String cwd = session.client().cwd();
    return Cell.of(cwd == null ? "" : cwd, Tone.MUTED);
  }
}
