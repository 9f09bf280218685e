package dev.engine.domain.toolcall;

import dev.engine.domain.id.WireName;
import dev.engine.domain.session.SessionId;
import java.time.Instant;

/**
 * One use of a tool by a session.
 *
 * @param tool the client's name of it, such as {@code Bash} or {@code mcp__engine__notify}
 * @param startedAt when the first event told of it
 */
public record ToolCall(
    ToolUseId id, SessionId session, String tool, Instant startedAt, State state) {

  /** Whether it is over, as far as anybody has told. */
  public sealed interface State {

    /** Nobody has told that it ended, which nobody does for one that was interrupted. */
    record Running() implements State {}

    record Finished(Instant at, Outcome outcome) implements State {}
  }

  /** How it ended. */
  public enum Outcome implements WireName {
    DONE("done"),
    FAILED("failed");

    private final String wireName;

    Outcome(String wireName) {
      this.wireName = wireName;
    }

    @Override
    public String wireName() {
      return wireName;
    }

    @Override
    public String toString() {
      return wireName;
    }
  }

  /** What the first event tells, which as a rule is that it began. */
  public static ToolCall first(ToolUse use, SessionId session, Instant at) {
    return new ToolCall(use.id(), session, use.tool(), at, state(use, at));
  }

  /** After a later event. Events may overtake one another; an end that is known stands. */
  public ToolCall after(ToolUse use, Instant at) {
    State next = state instanceof State.Finished ? state : state(use, at);
    return new ToolCall(id, session, tool, at.isBefore(startedAt) ? at : startedAt, next);
  }

  private static State state(ToolUse use, Instant at) {
    return switch (use.phase()) {
      case STARTED -> new State.Running();
      case DONE -> new State.Finished(at, Outcome.DONE);
      case FAILED -> new State.Finished(at, Outcome.FAILED);
    };
  }
}
