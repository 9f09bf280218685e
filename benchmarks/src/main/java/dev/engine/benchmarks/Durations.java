package dev.engine.benchmarks;

import java.util.stream.LongStream;

/** How long the same thing took, again and again. */
final class Durations {

  /** Nanoseconds, shortest first. */
  private final long[] sorted;

  private Durations(long[] sorted) {
    this.sorted = sorted;
  }

  /**
   * Of what each time took.
   *
   * @param nanos in any order, one at least
   */
  static Durations of(LongStream nanos) {
    return new Durations(nanos.sorted().toArray());
  }

  int count() {
    return sorted.length;
  }

  /**
   * What {@code share} (0..1) of them took at most, in ms: 0 for the shortest, 1 for the longest.
   */
  double millis(double share) {
    return nanos(share) / 1e6;
  }

  /** The same in microseconds. */
  double micros(double share) {
    return nanos(share) / 1e3;
  }

  private long nanos(double share) {
    return sorted[(int) Math.min(sorted.length - 1L, (long) (share * sorted.length))];
  }
}
