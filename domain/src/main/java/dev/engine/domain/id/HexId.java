package dev.engine.domain.id;

import dev.engine.domain.error.EngineException.InvalidInput;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * The shape of every id that people type: 8 lower-case hex digits, such as {@code 3fa94c01}.
 *
 * <p>32 random bits do collide; the primary key rules that out, and whoever inserts a taken id
 * draws another.
 */
public final class HexId {

  private static final int LENGTH = 8;

  private HexId() {}

  /**
   * Returns {@code value} as it is.
   *
   * @param what names the id in the failure, such as {@code session id}
   * @throws InvalidInput unless {@code value} is 8 lower-case hex digits
   */
  public static String checked(String what, String value) {
    if (!isShapeOf(value)) {
      throw new InvalidInput(what, "8 lower-case hex digits", value);
    }
    return value;
  }

  /** Whether {@code value} is 8 lower-case hex digits. */
  public static boolean isShapeOf(String value) {
    return value.length() == LENGTH
        && value.chars().allMatch(c -> isDigit(c) || (c >= 'a' && c <= 'f'));
  }

  /** 8 hex digits from the next 32 bits of {@code random}. */
  public static String random(RandomGenerator random) {
    return HexFormat.of().toHexDigits(random.nextInt());
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
