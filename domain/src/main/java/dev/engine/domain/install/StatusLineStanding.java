package dev.engine.domain.install;

/** What a client has for its status line. */
public enum StatusLineStanding {
  /** Engine's, which runs the person's own if there is one. */
  OURS,
  /** Engine's, which runs another than the person has now. */
  OUTDATED,
  /** Somebody else's. */
  FOREIGN,
  NONE
}
