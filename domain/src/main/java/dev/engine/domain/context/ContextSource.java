package dev.engine.domain.context;

import dev.engine.domain.id.WireName;

/** Who tells how full a context is, the best one first. */
public enum ContextSource implements WireName {
  /** The client, each time that it draws its status line. */
  STATUS_LINE("status_line"),
  /** The client, where it resumes or forks a session. */
  SESSION_START("session_start"),
  /** The client, about to compact because it has no room left. */
  PRE_COMPACT("pre_compact"),
  /** The last answer in the client's transcript. */
  TRANSCRIPT("transcript"),
  /** What stands on the screen of its terminal. */
  SCREEN("screen");

  private final String wireName;

  ContextSource(String wireName) {
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
