package dev.engine.domain;

import dev.engine.domain.error.EngineException.InvalidInput;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A length of time as people type it: {@code 90s}, {@code 15m}, {@code 2h}, {@code 7d}.
 *
 * @param length whole seconds, from 1 s to 366 days
 */
public record TimeSpan(Duration length) {

  private static final String SHAPE = "a number and one of s, m, h, d, from 1s to 366d";
  private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,9})([smhd])");

  /** Beyond a year, somebody means a date. */
  private static final Duration LONGEST = Duration.ofDays(366);

  /**
   * @throws InvalidInput unless it is whole seconds, from 1 s to 366 days
   */
  public TimeSpan {
    boolean fits =
        length.isPositive()
            && length.compareTo(LONGEST) <= 0
            && length.equals(length.truncatedTo(ChronoUnit.SECONDS));
    if (!fits) {
      throw new InvalidInput("time span", SHAPE, length.toString());
    }
  }

  /**
   * The span that {@code text} says, in either letter case. A day is 24 hours.
   *
   * @throws InvalidInput if it says none
   */
  public static TimeSpan parse(String text) {
    Matcher parts = WRITTEN.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!parts.matches()) {
      throw new InvalidInput("time span", SHAPE, text);
    }
    long amount = Long.parseLong(parts.group(1));
    return new TimeSpan(
        switch (parts.group(2)) {
          case "s" -> Duration.ofSeconds(amount);
          case "m" -> Duration.ofMinutes(amount);
          case "h" -> Duration.ofHours(amount);
          default -> Duration.ofDays(amount); // the pattern leaves nothing but d
        });
  }

  /**
   * In the largest unit that leaves no remainder: {@code 90m}, {@code 1d}; {@link #parse}s back.
   */
  @Override
  public String toString() {
    long seconds = length.toSeconds();
    if (seconds % Duration.ofDays(1).toSeconds() == 0) {
      return length.toDays() + "d";
    }
    if (seconds % Duration.ofHours(1).toSeconds() == 0) {
      return length.toHours() + "h";
    }
    return seconds % Duration.ofMinutes(1).toSeconds() == 0
        ? length.toMinutes() + "m"
        : seconds + "s";
  }
}
