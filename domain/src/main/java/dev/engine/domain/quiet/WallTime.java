package dev.engine.domain.quiet;

import dev.engine.domain.error.EngineException.InvalidInput;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A time to come as a person says it: {@code 07:30}, which is the next time that the clock shows
 * it, or {@code 2026-01-05T07:30}.
 *
 * @param day null for the next one
 */
public record WallTime(@Nullable LocalDateTime day, LocalTime time) {

  private static final String SHAPE = "a time such as 07:30 or 2026-01-05T07:30";
  private static final Pattern OF_DAY = Pattern.compile("\\d{2}:\\d{2}");

  /**
   * The time that {@code text} says.
   *
   * @throws InvalidInput if it says none
   */
  public static WallTime parse(String text) {
    try {
      if (OF_DAY.matcher(text).matches()) {
        return new WallTime(null, LocalTime.parse(text));
      }
      LocalDateTime day = LocalDateTime.parse(text);
      return new WallTime(day, day.toLocalTime());
    } catch (DateTimeException noTime) {
      throw new InvalidInput("time", SHAPE, text);
    }
  }

  /**
   * The moment that is meant by somebody in {@code zone} at {@code now}.
   *
   * @throws InvalidInput if it is over
   */
  public Instant after(Instant now, ZoneId zone) {
    if (day != null) {
      Instant meant = day.atZone(zone).toInstant();
      if (!meant.isAfter(now)) {
        throw new InvalidInput("time", "still to come", day.toString());
      }
      return meant;
    }
    ZonedDateTime today = now.atZone(zone).with(time);
    ZonedDateTime next = today.toInstant().isAfter(now) ? today : today.plusDays(1);
    return next.toInstant();
  }
}
