package dev.engine.domain.mission;

import java.time.Instant;
import java.time.ZoneId;

/** Knows when schedules are due. Pure, so that a transaction may ask it. */
@FunctionalInterface
public interface Timetables {

  /**
   * The slots of {@code schedule}; a schedule that cannot be read has none.
   *
   * @param anchor what {@code every 15m} is counted from, to both sides: one of its slots, or the
   *     moment from which on it is to run; whole seconds
   */
  Timetable of(Schedule schedule, ZoneId zone, Instant anchor);
}
