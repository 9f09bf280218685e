package dev.engine.benchmarks;

import java.util.Collection;
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

  /** Of what each time took, in nanoseconds, in any order, one at least. */
  static Durations of(Collection<Long> nanos) {
    return of(nanos.stream().mapToLong(Long::longValue));
  }

  /** The first row of a table of {@link #row rows}, the first column of which shows this. */
  static String heading(String what) {
    return "%-32s %8s %8s %8s %8s %8s".formatted(what, "n", "p50 ms", "p99 ms", "p99.9", "max ms");
  }

  /** A row of a table, for what is called so. */
  String row(String name) {
    return "%-32s %8d %8.2f %8.2f %8.2f %8.2f"
        .formatted(name, count(), millis(0.5), millis(0.99), millis(0.999), millis(1));
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
    return Quantile.of(sorted, share);
  }
}
