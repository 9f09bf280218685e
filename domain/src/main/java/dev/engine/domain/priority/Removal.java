package dev.engine.domain.priority;

/** What became of a priority that was to be removed. */
public sealed interface Removal {

  /** It is gone; this is what it was. */
  record Removed(Priority priority) implements Removal {}

  /** There is no such priority. */
  record NoSuchPriority(PriorityId id) implements Removal {}
}
