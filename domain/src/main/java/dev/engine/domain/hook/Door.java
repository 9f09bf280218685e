package dev.engine.domain.hook;

import dev.engine.domain.id.WireName;

/** The way by which a hook's event came in. */
public enum Door implements WireName {
  /** A running engine was posted to. */
  ENGINE("engine"),
  /** A process of its own, which the client waited for. */
  ONE_SHOT("one-shot"),
  /** It was put down in the spool and stored later. */
  SPOOL("spool");

  private final String wireName;

  Door(String wireName) {
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
