package dev.engine.domain.session;

import dev.engine.domain.id.WireName;
import dev.engine.domain.session.Session.State;

/** What a session does, or that it is over, in a word. */
public enum SessionStanding implements WireName {
  ACTIVE("active"),
  TOOL_ACTIVE("tool_active"),
  IDLE("idle"),
  ENDED("ended");

  private final String wireName;

  SessionStanding(String wireName) {
    this.wireName = wireName;
  }

  /** One that waits for a person is told by what it did before. */
  public static SessionStanding of(State state) {
    return switch (state) {
      case State.Working working -> of(working.activity());
      case State.Waiting waiting -> of(waiting.activity());
      case State.Ended ended -> ENDED;
    };
  }

  private static SessionStanding of(Activity activity) {
    return switch (activity) {
      case ACTIVE -> ACTIVE;
      case TOOL_ACTIVE -> TOOL_ACTIVE;
      case IDLE -> IDLE;
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
