package dev.engine.domain.mission;

import dev.engine.domain.id.WireName;

/** What becomes of slots that nothing ran in time. */
public enum MissedRun implements WireName {
  /** They are passed over. */
  SKIP("skip"),
  /** The newest one runs, and stands for the others. */
  ONCE("once"),
  /** Each of them runs, one after another, as far as the limits go. */
  ALL("all");

  private final String wireName;

  MissedRun(String wireName) {
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
