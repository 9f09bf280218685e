package dev.engine.domain.session;

import dev.engine.domain.id.WireName;

/** What a session waits for from a person. */
public enum Want implements WireName {
  PERMISSION("permission"),
  INPUT("input");

  private final String wireName;

  Want(String wireName) {
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
