package dev.engine.domain.mission;

import dev.engine.domain.error.EngineException.InvalidInput;
import java.time.Instant;

/**
 * Slots of a mission that follow one another.
 *
 * @param count how many there are from the first to the last, both included; at least 1
 */
public record SlotSpan(Instant first, Instant last, long count) {

  /**
   * @throws InvalidInput if it ends before it begins, or holds no slot
   */
  public SlotSpan {
    if (last.isBefore(first) || count < 1) {
      throw new InvalidInput(
          "span of slots", "at least one, the first one first", first + " to " + last);
    }
  }

  /** A single slot. */
  public static SlotSpan of(Instant slot) {
    return new SlotSpan(slot, slot, 1);
  }
}
