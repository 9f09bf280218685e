package dev.engine.domain.session;

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

  /** A context begins: a new session, or a known one that goes on. */
  record Started(Source source) implements Signal {
    @Override
    public State appliedTo(State before, Instant at) {
      return new State.Working(Activity.IDLE);
    }
  }

  /** A prompt was given. */
  record Prompted() implements Signal {
    @Override
    public State appliedTo(State before, Instant at) {
      return new State.Working(Activity.ACTIVE);
    }
  }

  /** A tool is about to run. */
  record ToolStarted() implements Signal {
    @Override
    public State appliedTo(State before, Instant at) {
      return new State.Working(Activity.TOOL_ACTIVE);
    }
  }

  /** A tool, or a batch of them, is done, well or not. */
  record ToolFinished() implements Signal {
    @Override
    public State appliedTo(State before, Instant at) {
      return new State.Working(Activity.ACTIVE);
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
  }

  /** The turn is over. */
  record Stopped() implements Signal {
    @Override
    public State appliedTo(State before, Instant at) {
      return new State.Working(Activity.IDLE);
    }
  }

  /** The session is over. */
  record Ended(EndReason reason) implements Signal {
    @Override
    public State appliedTo(State before, Instant at) {
      return new State.Ended(at, reason);
    }
  }

  /** Anything else: a sign of life, which ends a wait, and no more. */
  record Seen() implements Signal {
    @Override
    public State appliedTo(State before, Instant at) {
      return new State.Working(before.activity());
    }
  }
}
