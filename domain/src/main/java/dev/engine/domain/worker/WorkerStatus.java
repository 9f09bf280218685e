package dev.engine.domain.worker;

import dev.engine.domain.id.WireName;

/** How far a worker has come, in one word. */
public enum WorkerStatus implements WireName {
  PENDING("pending"),
  RUNNING("running"),
  COMPLETE("complete"),
  /** It came to nothing, be it that somebody cancelled it: {@link Worker.State} tells which. */
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
