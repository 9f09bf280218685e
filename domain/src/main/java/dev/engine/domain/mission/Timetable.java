package dev.engine.domain.mission;

import java.time.Instant;
import java.util.Optional;

/** The slots of one schedule in one zone, each a whole second. Pure: it reads no clock. */
public interface Timetable {

  /** The first slot later than {@code after}; empty if none comes. */
  Optional<Instant> next(Instant after);

  /** The last slot not later than {@code notAfter}; empty if there is none. */
  Optional<Instant> latest(Instant notAfter);

  /** How many slots there are from {@code first} to {@code last}, both included. */
  long count(Instant first, Instant last);
}
