package dev.engine.domain.session;

import dev.engine.domain.id.WireName;

/** What a session is there for. */
public enum Role implements WireName {
  /** The one the person talks to; its conversation lasts a day. */
  CHIEF("chief"),

  BUILDER("builder"),
  DEEP_WORK("deep-work"),
  /** What a session is when nothing says otherwise. */
  PROJECT("project"),

  IDEA("idea");

  private final String wireName;

  Role(String wireName) {
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
