package dev.engine.domain.mission;

import dev.engine.domain.id.WireName;

/** The name of each {@link Mission.State}; what was merged counts as skipped. */
public enum MissionStatus implements WireName {
  PENDING("pending"),
  RUNNING("running"),
  COMPLETE("complete"),
  FAILED("failed"),
  SKIPPED("skipped");

  private final String wireName;

  MissionStatus(String wireName) {
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
