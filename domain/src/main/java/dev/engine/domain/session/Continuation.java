package dev.engine.domain.session;

import dev.engine.domain.id.WireName;

/** How a session came to continue its conversation. */
public enum Continuation implements WireName {
  STARTUP("startup"),
  RESUME("resume"),
  CLEAR("clear"),
  COMPACT("compact"),
  FORK("fork"),
  /** It was told the conversation by {@code ENGINE_CONVERSATION_ID}. */
  HANDOFF("handoff");

  private final String wireName;

  Continuation(String wireName) {
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
