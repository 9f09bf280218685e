package dev.engine.domain.session;

import dev.engine.domain.id.WireName;

/** How a session ended. Claude Code may add reasons of its own; those count as {@link #OTHER}. */
public enum EndReason implements WireName {
  /** Its context was reset; the conversation goes on in another session. */
  CLEAR("clear"),

  /** The client switched to another session. */
  RESUME("resume"),

  LOGOUT("logout"),
  PROMPT_INPUT_EXIT("prompt_input_exit"),
  OTHER("other"),
  /** Its process is provably gone and said nothing. */
  LOST("lost"),

  /** A person or a program ended it through Engine. */
  CLOSED("closed");

  private final String wireName;

  EndReason(String wireName) {
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
