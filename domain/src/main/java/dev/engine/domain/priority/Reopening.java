package dev.engine.domain.priority;

/** What became of a request to reopen a priority. */
public sealed interface Reopening {

  /** It is back, at the end of its pool. */
  record Reopened(Priority priority) implements Reopening {}

  /** It was open; it keeps its place. */
  record NotDone(Priority priority) implements Reopening {}

  /** There is no such priority. */
  record NoSuchPriority(PriorityId id) implements Reopening {}
}
