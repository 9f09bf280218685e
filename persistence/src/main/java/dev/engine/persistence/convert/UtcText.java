package dev.engine.persistence.convert;

import dev.engine.domain.error.EngineException.InvalidInput;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Times as UTC text of fixed width, {@code 2026-01-05T12:00:00.000Z}: 24 characters that sort as
 * text. What is finer than a millisecond is cut off.
 *
 * <p>Written by hand because {@code DateTimeFormatter} loads locale data, which costs a one-shot
 * hook 10 ms.
 */
public final class UtcText {

  private static final int WIDTH = 24;

  /** A 0 stands for any digit. */
  private static final String SHAPE = "0000-00-00T00:00:00.000Z";

  private static final int NANOS_PER_MILLI = 1_000_000;

  private UtcText() {}

  /** Text of 24 characters, for the years 0 to 9999. */
  public static String of(Instant instant) {
    LocalDateTime utc = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    StringBuilder text = new StringBuilder(WIDTH);
    digits(text, utc.getYear(), 4).append('-');
    digits(text, utc.getMonthValue(), 2).append('-');
    digits(text, utc.getDayOfMonth(), 2).append('T');
    digits(text, utc.getHour(), 2).append(':');
    digits(text, utc.getMinute(), 2).append(':');
    digits(text, utc.getSecond(), 2).append('.');
    digits(text, utc.getNano() / NANOS_PER_MILLI, 3).append('Z');
    return text.toString();
  }

  /**
   * The time that {@link #of} made this text from.
   *
   * @throws InvalidInput if it did not make it
   */
  public static Instant parse(String text) {
    if (!hasShape(text)) {
      throw noTime(text);
    }
    try {
      return time(text);
    } catch (DateTimeException noSuchDay) {
      throw noTime(text);
    }
  }

  private static Instant time(String text) {
    return LocalDateTime.of(
            number(text, 0, 4),
            number(text, 5, 7),
            number(text, 8, 10),
            number(text, 11, 13),
            number(text, 14, 16),
            number(text, 17, 19),
            number(text, 20, 23) * NANOS_PER_MILLI)
        .toInstant(ZoneOffset.UTC);
  }

  private static boolean hasShape(String text) {
    if (text.length() != WIDTH) {
      return false;
    }
    for (int i = 0; i < WIDTH; i++) {
      char got = text.charAt(i);
      char wanted = SHAPE.charAt(i);
      if (wanted == '0' ? got < '0' || got > '9' : got != wanted) {
        return false;
      }
    }
    return true;
  }

  private static InvalidInput noTime(String text) {
    return new InvalidInput("stored time", "a time such as 2026-01-05T12:00:00.000Z", text);
  }

  private static StringBuilder digits(StringBuilder text, int number, int width) {
    String digits = Integer.toString(number);
    for (int missing = width - digits.length(); missing > 0; missing--) {
      text.append('0');
    }
    return text.append(digits);
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }
}
