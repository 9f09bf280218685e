package dev.engine.domain.mission;

import dev.engine.domain.TimeSpan;
import dev.engine.domain.error.EngineException.InvalidInput;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * When a mission runs, read in its zone: {@code 0 7 * * MON-FRI}, {@code @daily}, {@code every 15m}
 * or {@code once 2026-01-05T09:00}. Two texts of the same kind that differ in case and blanks only
 * are equal once parsed.
 */
public sealed interface Schedule {

  /** One line of at most 200 characters; {@link #parse} of it is this schedule again. */
  String text();

  /**
   * The schedule that {@code text} describes.
   *
   * @throws InvalidInput if it is none of the four forms
   */
  static Schedule parse(String text) {
    String plain = text.strip();
    String[] words = plain.split("\\s+", 2);
    String first = words[0].toLowerCase(Locale.ROOT);
    if (words.length == 2 && first.equals("every")) {
      return new Every(TimeSpan.parse(words[1]));
    }
    if (words.length == 2 && first.equals("once")) {
      return Once.parse(words[1]);
    }
    return new Cron(plain);
  }

  /**
   * A cron expression or one of the macros, with single blanks and one letter case. Its shape is
   * checked, not its meaning: whether a 31st of February ever comes is for the calendar to find.
   *
   * @param expression five fields, or a macro such as {@code @daily}
   */
  record Cron(String expression) implements Schedule {

    private static final int MAX_LENGTH = 200;
    private static final Pattern FIVE_FIELDS =
        Pattern.compile("[0-9A-Z*?/,#-]+( [0-9A-Z*?/,#-]+){4}");
    private static final Set<String> MACROS =
        Set.of("@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly");

    /**
     * @throws InvalidInput unless it is five fields or a known macro, at most 200 characters
     */
    public Cron {
      String given = expression;
      expression = normalised(given);
      boolean fits = MACROS.contains(expression) || FIVE_FIELDS.matcher(expression).matches();
      if (!fits || expression.length() > MAX_LENGTH) {
        throw new InvalidInput(
            "schedule",
            "five cron fields, a macro such as @daily, 'every 15m' or 'once 2026-01-05T09:00'",
            given);
      }
    }

    @Override
    public String text() {
      return expression;
    }

    private static String normalised(String expression) {
      String spaced = expression.strip().replaceAll("\\s+", " ");
      return spaced.startsWith("@")
          ? spaced.toLowerCase(Locale.ROOT)
          : spaced.toUpperCase(Locale.ROOT);
    }
  }

  /** Again and again, each time {@code period} after the last. */
  record Every(TimeSpan period) implements Schedule {

    /** In the largest unit that leaves no remainder: {@code every 90m}, {@code every 1d}. */
    @Override
    public String text() {
      return "every " + period;
    }
  }

  /**
   * At one moment and never again.
   *
   * @param at to the second
   */
  record Once(LocalDateTime at) implements Schedule {

    private static final int LAST_YEAR = 9999;

    /**
     * @throws InvalidInput unless {@code at} is a whole second of the years 0 to 9999
     */
    public Once {
      if (!at.equals(at.truncatedTo(ChronoUnit.SECONDS))
          || at.getYear() < 0
          || at.getYear() > LAST_YEAR) {
        throw new InvalidInput("time", "a date and time to the second", at.toString());
      }
    }

    /** Seconds are left out where there are none. */
    @Override
    public String text() {
      return "once " + at;
    }

    private static Once parse(String text) {
      try {
        return new Once(LocalDateTime.parse(text));
      } catch (DateTimeParseException notOne) {
        throw new InvalidInput("time", "a date and time such as 2026-01-05T09:00", text);
      }
    }
  }
}
