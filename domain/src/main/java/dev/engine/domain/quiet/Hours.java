package dev.engine.domain.quiet;

import dev.engine.domain.error.EngineException.InvalidInput;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/**
 * Hours of a day by the clock on the wall, such as {@code 22:00-07:00}.
 *
 * @param from the first minute
 * @param to the first minute behind them; before {@code from} if that is on the next day
 */
public record Hours(LocalTime from, LocalTime to) {

  private static final String SHAPE = "two different times such as 22:00-07:00";
  private static final Pattern WRITTEN = Pattern.compile("\\d{2}:\\d{2}-\\d{2}:\\d{2}");

  /**
   * @throws InvalidInput unless both are different whole minutes
   */
  public Hours {
    if (from.equals(to) || !isWholeMinute(from) || !isWholeMinute(to)) {
      throw new InvalidInput("hours", SHAPE, from + "-" + to);
    }
  }

  /**
   * The hours that {@code text} says.
   *
   * @throws InvalidInput if it says none
   */
  public static Hours parse(String text) {
    if (!WRITTEN.matcher(text).matches()) {
      throw new InvalidInput("hours", SHAPE, text);
    }
    String[] ends = text.split("-", -1);
    try {
      return new Hours(LocalTime.parse(ends[0]), LocalTime.parse(ends[1]));
    } catch (DateTimeException noTime) {
      throw new InvalidInput("hours", SHAPE, text);
    }
  }

  /** Whether {@code time} is one of them. */
  public boolean cover(LocalTime time) {
    boolean isFrom = !time.isBefore(from);
    boolean isBeforeEnd = time.isBefore(to);
    return from.isBefore(to) ? isFrom && isBeforeEnd : isFrom || isBeforeEnd;
  }

  /** As it is {@link #parse}d. */
  @Override
  public String toString() {
    return from + "-" + to;
  }

  private static boolean isWholeMinute(LocalTime time) {
    return time.equals(time.truncatedTo(ChronoUnit.MINUTES));
  }
}
