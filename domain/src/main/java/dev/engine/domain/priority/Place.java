package dev.engine.domain.priority;

/** Where a priority is to stand among the open ones. */
public sealed interface Place {

  /** Before all others of its pool. */
  record First() implements Place {}

  /** After all others of its pool. */
  record Last() implements Place {}

  /** Right before {@code other}, an open one of the same pool. */
  record Before(PriorityId other) implements Place {}

  /** At the end of {@code pool}, which may be another one than it is in. */
  record EndOf(Pool pool) implements Place {}
}
