package dev.engine.domain.notification;

import dev.engine.domain.id.WireName;

/** How far a notification has come, in a word. */
public enum Standing implements WireName {
  QUEUED("queued"),
  OFFERED("offered"),
  CONFIRMED("confirmed"),
  SEEN("seen"),
  WITHDRAWN("withdrawn"),
  EXPIRED("expired"),
  DEAD("dead");

  private final String wireName;

  Standing(String wireName) {
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
