package dev.engine.domain.context;

import java.time.Instant;

/** What somebody told of how full a context is. */
public record ContextReading(ContextFill fill, Instant at, ContextSource source) {

  /** As much as a client that compacts because it has no room left is sure to have used. */
  private static final int FULL = 90;

  /**
   * What follows from a client's being about to compact by itself. It need not get through with
   * that, and then the context is as good as full. It is no measurement: the client may be set to
   * compact much earlier.
   */
  public static ContextReading beforeCompaction(Instant at) {
    return new ContextReading(ContextFill.ofPercent(FULL), at, ContextSource.PRE_COMPACT);
  }

  /** Whether it was counted, and not concluded. */
  boolean isMeasured() {
    return source != ContextSource.PRE_COMPACT;
  }

  ContextReading within(long window) {
    return new ContextReading(fill.within(window), at, source);
  }
}
