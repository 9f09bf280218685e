package dev.engine.wire;

import dev.engine.domain.priority.Pool;
import dev.engine.domain.priority.PoolSummary;

/** A pool on the wire. */
public record PoolJson(Pool name, int openCount, int doneCount) {

  public static PoolJson of(PoolSummary summary) {
    return new PoolJson(summary.pool(), summary.openCount(), summary.doneCount());
  }
}
