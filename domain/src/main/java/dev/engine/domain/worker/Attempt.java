package dev.engine.domain.worker;

import dev.engine.domain.session.ClaudeSessionId;
import dev.engine.domain.session.ProcessIdentity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One try at the work of a worker. All of them are kept.
 *
 * @param claudeSession what its client is told to call its session
 * @param process the one that does it; null while nobody has said that it was launched
 */
public record Attempt(
    AttemptId id,
    ClaudeSessionId claudeSession,
    Instant startedAt,
    @Nullable ProcessIdentity process,
    State state) {

  /** Whether it goes on. */
  public sealed interface State {

    /** Nobody has told its end. */
    record Underway() implements State {}

    /**
     * It has ended.
     *
     * @param exitCode 0 to 255; null if nobody knows
     * @param error why it came to nothing, in words; null unless it failed or was put off
     */
    record Ended(
        Instant at,
        AttemptOutcome outcome,
        @Nullable Integer exitCode,
        @Nullable String error,
        Usage usage)
        implements State {}
  }

  /** One that begins. */
  public static Attempt begun(AttemptId id, ClaudeSessionId claudeSession, Instant at) {
    return new Attempt(id, claudeSession, at, null, new State.Underway());
  }

  public boolean isUnderway() {
    return state instanceof State.Underway;
  }

  /** Done by {@code other}. */
  public Attempt by(ProcessIdentity other) {
    return new Attempt(id, claudeSession, startedAt, other, state);
  }

  /**
   * Ended at {@code at}; one that has ended is returned as is.
   *
   * @param outcome as {@link Worker#outcome} has it
   */
  public Attempt ended(AttemptEnd end, AttemptOutcome outcome, Instant at) {
    State.Ended ended = new State.Ended(at, outcome, end.exitCode(), end.error(), end.usage());
    return isUnderway() ? new Attempt(id, claudeSession, startedAt, process, ended) : this;
  }
}
