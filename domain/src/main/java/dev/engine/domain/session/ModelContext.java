package dev.engine.domain.session;

import java.time.Instant;

/**
 * What the model of a session has before it at one time. Whatever it was told in one context it
 * does not know in the next, unless that was carried over.
 *
 * @param number counts the contexts of a session from 1: each start of its client begins one, and
 *     so does each compaction
 * @param warned the highest context warning given since the context was last emptied. Nothing else
 *     lowers it: a percentage that only falls, as when the client drops old output of tools, may
 *     swing around a threshold, and each swing would be a warning
 * @param gauge how full it is
 */
public record ModelContext(int number, ContextLevel warned, ContextGauge gauge) {

  /** That of a session which has just begun. */
  public static final ModelContext FIRST = new ModelContext(1, ContextLevel.NONE);

  /** One of which nobody knows how full it is. */
  public ModelContext(int number, ContextLevel warned) {
    this(number, warned, ContextGauge.UNKNOWN);
  }

  /**
   * What tells the warning that was given last from every other one of the session: each level of
   * each context is told once.
   */
  public int warningGeneration() {
    return number * 100 + warned.percent();
  }

  /** The percentage of the level of which the warning {@code generation} tells. */
  public static int levelOf(int generation) {
    return generation % 100;
  }

  /**
   * Whether the warning {@code generation}, given at {@code time}, is still true: no higher level
   * was reached since, and what the model has before it was not emptied. A client that starts anew
   * has as much before it as it had.
   */
  public boolean stillHolds(int generation, Instant time) {
    Instant emptied = gauge.emptiedAt();
    return warned.percent() == levelOf(generation) && (emptied == null || !emptied.isAfter(time));
  }

  /** The next one, which begins as full as this one is. */
  ModelContext reloaded() {
    return new ModelContext(number + 1, warned, gauge);
  }

  /** The next one, which begins empty, or nearly so. */
  ModelContext emptied(Instant at) {
    return new ModelContext(number + 1, ContextLevel.NONE, gauge.emptied(at));
  }

  ModelContext filledTo(int percentUsed, Instant at) {
    return new ModelContext(number, warned, gauge.filledTo(percentUsed, at));
  }

  ModelContext warnedOf(ContextLevel level) {
    return new ModelContext(number, level, gauge);
  }
}
