package dev.engine.domain.session;

import dev.engine.domain.id.WireName;

/** What a live session is doing. */
public enum Activity implements WireName {
  /** Thinking or writing. */
  ACTIVE("active"),

  /** Running a tool. */
  TOOL_ACTIVE("tool_active"),

  /** Waiting for the next prompt. */
  IDLE("idle");

  private final String wireName;

  Activity(String wireName) {
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
