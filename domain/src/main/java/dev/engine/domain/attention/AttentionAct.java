package dev.engine.domain.attention;

import dev.engine.domain.id.WireName;

/** What can be done about something that waits for the person, besides its remedy. */
public enum AttentionAct implements WireName {
  /** Take it out of the list until it happens again. */
  ACKNOWLEDGE("acknowledge"),
  /** Take it out of the list for a while. */
  SNOOZE("snooze"),
  /** Answer what is asked. */
  ANSWER("answer"),
  /** Bring a session to the front of the terminal. */
  JUMP("jump"),
  /** Have the worker run again. */
  RETRY("retry"),
  /** Run the scheduled mission now. */
  RUN("run");

  private final String wireName;

  AttentionAct(String wireName) {
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
