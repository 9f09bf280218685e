package dev.engine.domain.mission;

import java.time.Instant;

/** What is to become of a slot that is due, or of several that follow one another. */
public sealed interface SlotDecision {

  /** Which slots it is about. */
  SlotSpan slots();

  /** It runs now. */
  record Run(Instant slot) implements SlotDecision {

    @Override
    public SlotSpan slots() {
      return SlotSpan.of(slot);
    }
  }

  /** It runs when an earlier run has ended. */
  record Wait(Instant slot) implements SlotDecision {

    @Override
    public SlotSpan slots() {
      return SlotSpan.of(slot);
    }
  }

  /**
   * They are passed over.
   *
   * @param reason why, in words
   */
  record Skip(SlotSpan slots, String reason) implements SlotDecision {}

  /** Another slot, which runs or waits and is decided on before them, stands for them. */
  record Merge(SlotSpan slots, Instant into) implements SlotDecision {}
}
