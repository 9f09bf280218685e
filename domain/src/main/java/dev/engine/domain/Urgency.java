package dev.engine.domain;

import dev.engine.domain.id.WireName;

/** How much it matters that the person looks soon; the most urgent one is the greatest. */
public enum Urgency implements WireName {
  LOW("low"),
  NORMAL("normal"),
  HIGH("high"),
  CRITICAL("critical");

  private final String wireName;

  Urgency(String wireName) {
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
