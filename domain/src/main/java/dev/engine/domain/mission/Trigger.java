package dev.engine.domain.mission;

import dev.engine.domain.id.WireName;

/** What makes a mission run. */
public enum Trigger implements WireName {
  /** A slot of its schedule was due. */
  SCHEDULE("schedule"),
  /** A person wanted it now. */
  PERSON("person");

  private final String wireName;

  Trigger(String wireName) {
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
