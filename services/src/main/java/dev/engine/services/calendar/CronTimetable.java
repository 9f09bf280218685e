package dev.engine.services.calendar;

import dev.engine.domain.mission.Timetable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The slots of a cron pattern in a zone. It goes from day to day of the pattern, and looks at the
 * slots of one.
 *
 * <p>Where the clock is put back over midnight, slots of two days lie between one another; so the
 * next slot may be one of the day after, and the latest one of the day before.
 */
final class CronTimetable implements Timetable {

  private static final long[] NONE = {};

  private final CronPattern pattern;
  private final ZoneRules rules;

  /** The times of the pattern, in seconds of the day. */
  private final long[] times;

  CronTimetable(CronPattern pattern, ZoneRules rules) {
    this.pattern = pattern;
    this.rules = rules;
    this.times = pattern.times().stream().mapToLong(LocalTime::toSecondOfDay).toArray();
  }

  @Override
  public Optional<Instant> next(Instant after) {
    long second = after.getEpochSecond();
    LocalDate day = pattern.days().from(dayAt(after).minusDays(1));
    while (day != null) {
      LocalDate following = pattern.days().from(day.plusDays(1));
      long next = firstAfter(slots(day), second);
      if (next != Long.MAX_VALUE) {
        return instant(Math.min(next, firstAfter(slots(following), second)));
      }
      day = following;
    }
    return Optional.empty();
  }

  @Override
  public Optional<Instant> latest(Instant notAfter) {
    long second = notAfter.getEpochSecond();
    LocalDate day = pattern.days().upTo(dayAt(notAfter).plusDays(1));
    while (day != null) {
      LocalDate preceding = pattern.days().upTo(day.minusDays(1));
      long latest = lastUpTo(slots(day), second);
      if (latest != Long.MIN_VALUE) {
        return instant(Math.max(latest, lastUpTo(slots(preceding), second)));
      }
      day = preceding;
    }
    return Optional.empty();
  }

  @Override
  public long count(Instant first, Instant last) {
    LocalDate from = dayAt(first).minusDays(1);
    LocalDate to = dayAt(last).plusDays(1);
    long counted = 0;
    long newest = Long.MIN_VALUE;
    LocalDate day = pattern.days().from(from);
    while (day != null && !day.isAfter(to)) {
      boolean isInside = day.isAfter(from.plusDays(1)) && day.isBefore(to.minusDays(1));
      if (isInside && DayClock.of(rules, day).isSteady()) {
        counted += times.length;
      } else {
        long[] some = within(day, first, last, newest);
        counted += some.length;
        newest = some.length == 0 ? newest : some[some.length - 1];
      }
      day = pattern.days().from(day.plusDays(1));
    }
    return counted;
  }

  /**
   * Those of {@code day} that lie within two moments. Times that do not exist may be one slot on
   * two days, and are counted on the first.
   */
  private long[] within(LocalDate day, Instant first, Instant last, long newest) {
    return Arrays.stream(slots(day))
        .filter(slot -> slot >= first.getEpochSecond() && slot <= last.getEpochSecond())
        .filter(slot -> pattern.isSubHourly() || slot > newest)
        .toArray();
  }

  /** The slots of a day, by the rule that {@link SlotCalendar} gives; the earliest first. */
  private long[] slots(@Nullable LocalDate day) {
    if (day == null) {
      return NONE;
    }
    long start = day.atStartOfDay().toEpochSecond(ZoneOffset.UTC);
    long[] named = Arrays.stream(times).map(time -> start + time).toArray();
    DayClock clock = DayClock.of(rules, day);
    return pattern.isSubHourly() ? clock.each(named) : clock.first(named);
  }

  private LocalDate dayAt(Instant moment) {
    return LocalDate.ofInstant(moment, rules.getOffset(moment));
  }

  /** The largest number if there is none. */
  private static long firstAfter(long[] slots, long second) {
    return Arrays.stream(slots).filter(slot -> slot > second).findFirst().orElse(Long.MAX_VALUE);
  }

  /** The smallest number if there is none. */
  private static long lastUpTo(long[] slots, long second) {
    return Arrays.stream(slots).filter(slot -> slot <= second).max().orElse(Long.MIN_VALUE);
  }

  private static Optional<Instant> instant(long second) {
    return Optional.of(Instant.ofEpochSecond(second));
  }
}
