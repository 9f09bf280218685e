package dev.engine.domain.session;

import dev.engine.domain.id.WireName;
import dev.engine.domain.session.Session.State;
import java.time.Instant;
import java.util.Optional;

/** What shows where a session stands although no event of it says so. */
public enum Proof implements WireName {
  /** Its client's process does not exist any more. */
  PROCESS_GONE("process_gone"),

  /** The tmux pane of its client does not exist any more, and the process is not known. */
  PANE_GONE("pane_gone"),

  /** Its client says that it waits for a prompt. */
  REPORTED_IDLE("reported_idle"),

  /** Its client says that it works. */
  REPORTED_BUSY("reported_busy");

  private final String wireName;

  Proof(String wireName) {
    this.wireName = wireName;
  }

  /**
   * What {@code report} shows of a session that stands at {@code state}; empty if nothing new. A
   * client that is idle asks for no permission any more, but may well wait for a prompt.
   */
  public static Optional<Proof> of(ClientReport report, State state) {
    return switch (report) {
      case BUSY -> state instanceof State.Waiting ? Optional.of(REPORTED_BUSY) : Optional.empty();
      case IDLE -> isOver(state) ? Optional.of(REPORTED_IDLE) : Optional.empty();
      case WAITING -> Optional.empty();
    };
  }

  /** Whether what it stood at has come to its end where the client is idle. */
  private static boolean isOver(State state) {
    return switch (state) {
      case State.Working working -> working.activity() != Activity.IDLE;
      case State.Waiting waiting -> waiting.want() == Want.PERMISSION;
      case State.Ended ended -> false;
    };
  }

  /**
   * Where a live session stands that stood at {@code before} until this was found at {@code at}.
   */
  State appliedTo(State before, Instant at) {
    return switch (this) {
      case PROCESS_GONE, PANE_GONE -> new State.Ended(at, EndReason.LOST);
      case REPORTED_IDLE -> new State.Working(Activity.IDLE);
      case REPORTED_BUSY ->
          before instanceof State.Waiting ? new State.Working(Activity.ACTIVE) : before;
    };
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
