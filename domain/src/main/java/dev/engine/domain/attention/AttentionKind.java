package dev.engine.domain.attention;

import dev.engine.domain.id.WireName;

/** What kind of thing waits for the person. */
public enum AttentionKind implements WireName {
  PING("ping"),
  SESSION_WAITING("session_waiting"),
  WORKER_FAILED("worker_failed"),
  MISSION_FAILED("mission_failed"),
  EVENTS_SET_ASIDE("events_set_aside");

  private final String wireName;

  AttentionKind(String wireName) {
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
