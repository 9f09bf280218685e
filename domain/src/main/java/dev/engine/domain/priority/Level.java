package dev.engine.domain.priority;

import dev.engine.domain.id.WireName;

/** How much a priority matters. It does not order the list: the person does. */
public enum Level implements WireName {
  CRITICAL("critical"),
  HIGH("high"),
  MEDIUM("medium"),
  LOW("low");

  private final String wireName;

  Level(String wireName) {
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
