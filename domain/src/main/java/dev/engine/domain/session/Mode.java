package dev.engine.domain.session;

import dev.engine.domain.id.WireName;

/** Who drives a session. */
public enum Mode implements WireName {
  /** A person at a terminal. */
  INTERACTIVE("interactive"),

  /** A {@code claude -p} client, which nobody can answer. */
  BACKGROUND("background"),

  /** Works on by itself, with nobody watching. */
  AUTONOMOUS("autonomous");

  private final String wireName;

  Mode(String wireName) {
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
