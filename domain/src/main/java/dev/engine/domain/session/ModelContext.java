package dev.engine.domain.session;

/**
 * What the model of a session has before it at one time. Whatever it was told in one context it
 * does not know in the next, unless that was carried over.
 *
 * @param number counts the contexts of a session from 1: each start of its client begins one, and
 *     so does each compaction
 * @param warned the highest context warning given since the context was last emptied
 */
public record ModelContext(int number, ContextLevel warned) {

  /** That of a session which has just begun. */
  public static final ModelContext FIRST = new ModelContext(1, ContextLevel.NONE);

  /**
   * What tells the warning that was given last from every other one of the session: each level of
   * each context is told once.
   */
  public int warningGeneration() {
    return number * 100 + warned.percent();
  }

  /** The next one, which begins as full as this one is. */
  ModelContext reloaded() {
    return new ModelContext(number + 1, warned);
  }

  /** The next one, which begins empty, or nearly so. */
  ModelContext emptied() {
    return new ModelContext(number + 1, ContextLevel.NONE);
  }
}
