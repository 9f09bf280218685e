package dev.engine.domain.session;

import dev.engine.domain.TextLength;
import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.session.Session.State;
import java.time.Instant;

/**
 * What one event of Claude Code says about its session, free of how the client words it.
 *
 * <p>Each kind answers for itself where it leads. A {@code switch} over the kinds would say the
 * same, but its bootstrap takes a one-shot hook 8 ms (JDK 25 archives none for type patterns).
 */
public sealed interface Signal {

  /**
   * Where the session stands after this.
   *
   * @param before where it stood; live
   * @param at when it happened
   */
  State appliedTo(State before, Instant at);

  /** Lower snake case, such as {@code tool_started}; of an unknown event, what the client says. */
  String name();

  /** A context begins: a new session, or a known one that goes on. */
  record Started(Source source) implements Signal {
    @Override
    public State appliedTo(State before, Instant at) {
      return new State.Working(Activity.IDLE);
    }

    @Override
    public String name() {
      return "started";
    }
  }

  /** A prompt was given. */
  record Prompted() implements Signal {
    @Override
    public State appliedTo(State before, Instant at) {
      return new State.Working(Activity.ACTIVE);
    }

    @Override
    public String name() {
      return "prompted";
    }
  }

  /** A tool is about to run. */
  record ToolStarted() implements Signal {
    @Override
    public State appliedTo(State before, Instant at) {
      return new State.Working(Activity.TOOL_ACTIVE);
    }

    @Override
    public String name() {
      return "tool_started";
    }
  }

  /** A tool, or a batch of them, is done, well or not. */
  record ToolFinished() implements Signal {
    @Override
    public State appliedTo(State before, Instant at) {
      return new State.Working(Activity.ACTIVE);
    }

    @Override
    public String name() {
      return "tool_finished";
    }
  }

  /** Nothing goes on until a person does something. */
  record WaitsFor(Want want) implements Signal {

    /** Claude Code asks twice for one permission, and the first time is when the wait began. */
    @Override
    public State appliedTo(State before, Instant at) {
      boolean already = before instanceof State.Waiting waiting && waiting.want() == want;
      return already ? before : new State.Waiting(before.activity(), want, at);
    }

    @Override
    public String name() {
      return "waits";
    }
  }

  /** The turn is over. */
  record Stopped() implements Signal {
    @Override
    public State appliedTo(State before, Instant at) {
      return new State.Working(Activity.IDLE);
    }

    @Override
    public String name() {
      return "stopped";
    }
  }

  /** The session is over. */
  record Ended(EndReason reason) implements Signal {
    @Override
    public State appliedTo(State before, Instant at) {
      return new State.Ended(at, reason);
    }

    @Override
    public String name() {
      return "ended";
    }
  }

  /** A sign of life, which ends a wait, and no more. */
  record Seen() implements Signal {
    @Override
    public State appliedTo(State before, Instant at) {
      return new State.Working(before.activity());
    }

    @Override
    public String name() {
      return "seen";
    }
  }

  /**
   * An event that Engine does not know: a sign of life, of which the journal keeps the name.
   *
   * @param event as the client names it, 1 to 64 characters
   */
  record Unknown(String event) implements Signal {

    private static final int MAX_LENGTH = 64;

    /**
     * @throws InvalidInput if the name is blank or too long
     */
    public Unknown {
      TextLength.checked("event name", event, 1, MAX_LENGTH);
    }

    @Override
    public State appliedTo(State before, Instant at) {
      return new State.Working(before.activity());
    }

    @Override
    public String name() {
      return event;
    }
  }
}
