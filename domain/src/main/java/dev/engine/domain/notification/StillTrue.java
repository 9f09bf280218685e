package dev.engine.domain.notification;

import dev.engine.domain.id.WireName;

/**
 * What must still hold when a notice is offered. Between its cause and that moment hours may pass,
 * and what has become untrue is withdrawn instead of told.
 */
public enum StillTrue implements WireName {
  /** It happened, and nothing undoes that. */
  ALWAYS("always"),
  /** The worker that it is about is complete, and in the same generation: it was not run again. */
  WORKER_COMPLETE("worker_complete"),
  /** The worker that it is about has failed, and in the same generation: it was not run again. */
  WORKER_FAILED("worker_failed"),
  /** The ping that it is about is not acknowledged. */
  PING_OPEN("ping_open"),
  /** The session that it is about was not compacted or cleared since: it is still warned. */
  CONTEXT_WARNED("context_warned");

  private final String wireName;

  StillTrue(String wireName) {
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
