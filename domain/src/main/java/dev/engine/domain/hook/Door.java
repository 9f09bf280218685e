package dev.engine.domain.hook;

import dev.engine.domain.id.WireName;

/** The way by which a hook's event came in, in the order in which a hook tries them. */
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

  /** Whether a hook goes this way only where {@code other} has given it no answer. */
  public boolean comesAfter(Door other) {
    return compareTo(other) > 0;
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
