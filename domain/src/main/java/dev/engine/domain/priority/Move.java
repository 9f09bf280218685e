package dev.engine.domain.priority;

/** What became of a request to give a priority another place. */
public sealed interface Move {

  /** It stands there now. */
  record Moved(Priority priority) implements Move {}

  /** It is done and stands nowhere. */
  record AlreadyDone(Priority priority) implements Move {}

  /** {@code other}, before which it was to stand, is not an open priority of the same pool. */
  record NoSuchPlace(Priority priority, PriorityId other) implements Move {}

  /** There is no such priority. */
  record NoSuchPriority(PriorityId id) implements Move {}
}
