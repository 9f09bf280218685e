package dev.engine.domain.priority;

/** What became of a request to change what a priority says. */
public sealed interface Amending {

  /** It says so now. */
  record Amended(Priority priority) implements Amending {}

  /** There is no such priority. */
  record NoSuchPriority(PriorityId id) implements Amending {}
}
