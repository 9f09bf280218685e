package dev.engine.domain.journal;

import dev.engine.domain.error.EngineException.InvalidInput;

/**
 * A happening that is stored.
 *
 * @param position where it stands in the order of the commits, from 1; gaps are allowed, and no
 *     position is ever used again
 * @param actor who made it happen
 */
public record Event(long position, Actor actor, Happening happening) {

  /**
   * @throws InvalidInput if the position is less than 1
   */
  public Event {
    if (position < 1) {
      throw new InvalidInput("position", "1 or more", Long.toString(position));
    }
  }

  public EventKind kind() {
    return happening.kind();
  }
}
