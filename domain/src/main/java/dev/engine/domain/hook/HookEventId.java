package dev.engine.domain.hook;

import dev.engine.domain.error.EngineException.InvalidInput;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * What tells one call of a hook from all others: 32 lower-case hex digits, drawn where the hook is
 * called. Whichever ways an event comes in, and however often, it is handled once.
 */
public record HookEventId(String value) {

  private static final int LENGTH = 32;

  /**
   * @throws InvalidInput unless {@code value} is 32 lower-case hex digits
   */
  public HookEventId {
    if (!isShapeOf(value)) {
      throw new InvalidInput("event id", "32 lower-case hex digits", value);
    }
  }

  /** Whether {@code value} is 32 lower-case hex digits. */
  public static boolean isShapeOf(String value) {
    return value.length() == LENGTH
        && value.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
  }

  /** An id for a call that brought none. */
  public static HookEventId random(RandomGenerator random) {
    HexFormat hex = HexFormat.of();
    return new HookEventId(hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong()));
  }

  @Override
  public String toString() {
    return value;
  }
}
