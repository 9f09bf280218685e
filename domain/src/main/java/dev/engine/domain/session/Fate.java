package dev.engine.domain.session;

/** What is known to have become of a process, or of the place where one runs. */
public enum Fate {
  /** It is there; stopped or suspended, it still is. */
  ALIVE,

  /** It is provably not there any more, and never will be again. */
  GONE,

  /** Nothing proves either. */
  UNKNOWN
}
