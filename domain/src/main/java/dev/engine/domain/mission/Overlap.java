package dev.engine.domain.mission;

import dev.engine.domain.id.WireName;

/** What becomes of a slot that is due while an earlier run of its mission goes on. */
public enum Overlap implements WireName {
  /** It is passed over. */
  SKIP("skip"),
  /** It waits until the earlier one has ended. */
  QUEUE("queue"),
  /** It runs beside the earlier one. */
  PARALLEL("parallel");

  private final String wireName;

  Overlap(String wireName) {
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
