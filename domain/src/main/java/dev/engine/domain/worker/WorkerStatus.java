package dev.engine.domain.worker;

import dev.engine.domain.id.WireName;

/** The name of each {@link Worker.State}. */
public enum WorkerStatus implements WireName {
  PENDING("pending"),
  RUNNING("running"),
  COMPLETE("complete"),
  FAILED("failed");

  private final String wireName;

  WorkerStatus(String wireName) {
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
