package dev.engine.domain.session;

/** What a client says of its own session when it is asked from outside. */
public enum ClientReport {
  /** It works on a turn. */
  BUSY,

  /** It waits for the next prompt, and for nothing else. */
  IDLE,

  /** It waits for the answer to something it asks. */
  WAITING
}
