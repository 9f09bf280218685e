package dev.engine.services.doctor;

import dev.engine.domain.error.EngineException;

/** One thing that must be right for Engine to work here. */
public interface Check {

  /** What it looks at: one or two lower-case words, such as {@code database}. */
  String name();

  /**
   * Looks at it, changing nothing.
   *
   * @throws EngineException if it cannot be looked at, which is a finding too
   */
  Finding look();

  /** Puts right what can be put right without asking; as a rule, nothing. */
  default void repair() {}
}
