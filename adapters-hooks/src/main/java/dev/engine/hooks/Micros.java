package dev.engine.hooks;

import java.time.Instant;

/** Times as bash knows them: microseconds since 1970. */
final class Micros {

  private static final int PER_SECOND = 1_000_000;

  private static final int NANOS = 1_000;

  private Micros() {}

  static long of(Instant time) {
    return time.getEpochSecond() * PER_SECOND + time.getNano() / NANOS;
  }

  static Instant time(long micros) {
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, PER_SECOND), Math.floorMod(micros, PER_SECOND) * (long) NANOS);
  }
}
