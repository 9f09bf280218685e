package dev.engine.services.calendar;

import dev.engine.domain.mission.Timetable;
import java.time.Instant;
import java.util.Optional;

/** One slot, and never again. */
record SingleSlot(Instant slot) implements Timetable {

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
