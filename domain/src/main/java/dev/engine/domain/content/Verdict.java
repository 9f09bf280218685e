package dev.engine.domain.content;

import dev.engine.domain.id.WireName;

/** How a staged item was settled. */
public enum Verdict implements WireName {
  APPROVED("approved"),
  REJECTED("rejected"),
  /** The person does not want to see it any more, and says nothing about it. */
  DISMISSED("dismissed"),

  /** Its time ran out before the person said anything. */
  EXPIRED("expired");

  private final String wireName;

  Verdict(String wireName) {
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
