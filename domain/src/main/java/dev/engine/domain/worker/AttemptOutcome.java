package dev.engine.domain.worker;

import dev.engine.domain.id.WireName;

/** How an attempt ended. */
public enum AttemptOutcome implements WireName {
  COMPLETE("complete"),
  FAILED("failed"),
  /** It took longer than it may and was ended. */
  TIMED_OUT("timed_out"),
  /** Somebody wanted it ended. */
  CANCELLED("cancelled"),
  /** Its process was gone when an engine came back, or it could not begin; that is no fault. */
  RECLAIMED("reclaimed"),
  /** It stopped to wait for an answer. */
  ASKED("asked");

  private final String wireName;

  AttemptOutcome(String wireName) {
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
