package dev.engine.domain.briefing;

/** What became of a look. */
public sealed interface Looking {

  /** Where the reader's mark stands now. */
  LookMark mark();

  /** The mark went on. */
  record LookedNow(LookMark mark) implements Looking {}

  /** The reader had looked further already; nothing was changed. */
  record LookedBefore(LookMark mark) implements Looking {}
}
