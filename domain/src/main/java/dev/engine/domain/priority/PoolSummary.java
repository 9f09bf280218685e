package dev.engine.domain.priority;

/** A pool and how many priorities are in it. */
public record PoolSummary(Pool pool, int openCount, int doneCount) {}
