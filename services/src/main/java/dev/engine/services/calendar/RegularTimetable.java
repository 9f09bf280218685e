package dev.engine.services.calendar;

import dev.engine.domain.mission.Timetable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Slots at equal distances of elapsed time, whatever the clock on the wall shows.
 *
 * @param anchor one of them
 * @param period whole seconds, positive
 */
record RegularTimetable(Instant anchor, Duration period) implements Timetable {

  @Override
  public Optional<Instant> next(Instant after) {
    return Optional.of(slot(number(after) + 1));
  }

  @Override
  public Optional<Instant> latest(Instant notAfter) {
    return Optional.of(slot(number(notAfter)));
  }

  @Override
  public long count(Instant first, Instant last) {
    return number(last) - number(first.minusNanos(1));
  }

  /** The number of the last slot by then, counted from the anchor to both sides. */
  private long number(Instant moment) {
    return Math.floorDiv(Duration.between(anchor, moment).toSeconds(), period.toSeconds());
  }

  private Instant slot(long number) {
    return anchor.plus(period.multipliedBy(number));
  }
}
