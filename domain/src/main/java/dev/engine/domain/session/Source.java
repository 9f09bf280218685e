package dev.engine.domain.session;

import dev.engine.domain.id.WireName;

/** Why Claude Code says a session starts; the {@code source} of its {@code SessionStart}. */
public enum Source implements WireName {
  STARTUP("startup"),
  RESUME("resume"),
  CLEAR("clear"),
  COMPACT("compact"),
  FORK("fork");

  private final String wireName;

  Source(String wireName) {
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
