package dev.engine.domain.priority;

/** What became of a request to complete a priority. */
public sealed interface Completion {

  /** This request completed it. */
  record CompletedNow(Priority priority) implements Completion {}

  /** It was done already; nothing was changed. */
  record CompletedBefore(Priority priority) implements Completion {}

  /** There is no such priority. */
  record NoSuchPriority(PriorityId id) implements Completion {}
}
