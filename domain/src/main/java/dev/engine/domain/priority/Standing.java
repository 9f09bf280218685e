package dev.engine.domain.priority;

/**
 * An open priority and where it stands.
 *
 * @param position within its pool, smallest first; of two with the same, the smaller id is first
 */
public record Standing(Priority priority, long position) {

  /** A place among the open ones: pools by name, and each in its order. */
  public record Spot(Pool pool, long position, PriorityId id) {}

  public Spot spot() {
    return new Spot(priority.pool(), position, priority.id());
  }
}
