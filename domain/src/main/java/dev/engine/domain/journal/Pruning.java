package dev.engine.domain.journal;

/** How far one step of pruning came. */
public sealed interface Pruning {

  /** How many events it removed. */
  int removedCount();

  /** There is more that is old enough. */
  record MoreLeft(int removedCount) implements Pruning {}

  /** Nothing is left that is old enough. */
  record Finished(int removedCount) implements Pruning {}
}
