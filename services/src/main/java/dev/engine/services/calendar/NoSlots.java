package dev.engine.services.calendar;

import dev.engine.domain.mission.Timetable;
import java.time.Instant;
import java.util.Optional;

/** What a schedule comes to that nobody can read. */
record NoSlots() implements Timetable {

  @Override
  public Optional<Instant> next(Instant after) {
    return Optional.empty();
  }

  @Override
  public Optional<Instant> latest(Instant notAfter) {
    return Optional.empty();
  }

  @Override
  public long count(Instant first, Instant last) {
    return 0;
  }
}
