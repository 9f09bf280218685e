package dev.engine.domain.mission;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * {@link Timetables} for the tests of everything but the calendar: they know {@code every}, {@code
 * once} and a few cron patterns, which they take for equally long periods in UTC.
 */
public final class SimpleTimetables implements Timetables {

  private static final Map<String, Duration> PERIODS =
      Map.of(
          "* * * * *", Duration.ofMinutes(1),
          "*/15 * * * *", Duration.ofMinutes(15),
          "@hourly", Duration.ofHours(1),
          "@daily", Duration.ofDays(1));

  @Override
  public Timetable of(Schedule schedule, ZoneId zone, Instant anchor) {
    return switch (schedule) {
      case Schedule.Every every -> new Regular(anchor, every.period().length());
      case Schedule.Once once -> new Single(once.at().atZone(zone).toInstant());
      case Schedule.Cron cron ->
          PERIODS.containsKey(cron.expression())
              ? new Regular(Instant.EPOCH, PERIODS.get(cron.expression()))
              : new Single(Instant.MIN);
    };
  }

  /** Slots at equal distances. */
  record Regular(Instant anchor, Duration period) implements Timetable {

    @Override
    public Optional<Instant> next(Instant after) {
      return Optional.of(at(number(after) + 1));
    }

    @Override
    public Optional<Instant> latest(Instant notAfter) {
      return Optional.of(at(number(notAfter)));
    }

    @Override
    public long count(Instant first, Instant last) {
      return number(last) - number(first.minusNanos(1));
    }

    private long number(Instant moment) {
      Duration since = Duration.between(anchor, moment);
      return Math.floorDiv(since.toSeconds(), period.toSeconds());
    }

    private Instant at(long number) {
      return anchor.plus(period.multipliedBy(number));
    }
  }

  /** One slot. */
  record Single(Instant slot) implements Timetable {

    @Override
    public Optional<Instant> next(Instant after) {
      return Optional.of(slot).filter(at -> at.isAfter(after));
    }

    @Override
    public Optional<Instant> latest(Instant notAfter) {
      return Optional.of(slot).filter(at -> !at.isAfter(notAfter));
    }

    @Override
    public long count(Instant first, Instant last) {
      return slot.isBefore(first) || slot.isAfter(last) ? 0 : 1;
    }
  }
}
