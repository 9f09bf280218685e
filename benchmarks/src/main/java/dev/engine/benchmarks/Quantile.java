package dev.engine.benchmarks;

import java.util.List;

/** The value of some that a share of them does not exceed; always one of them, none in between. */
final class Quantile {

  private Quantile() {}

  /**
   * @param sorted one at least, the smallest first
   * @param share 0..1: 0 for the smallest, 0.5 for the median, 1 for the largest
   */
  static long of(long[] sorted, double share) {
    return sorted[index(sorted.length, share)];
  }

  /** The same of a list. */
  static double of(List<Double> sorted, double share) {
    return sorted.get(index(sorted.size(), share));
  }

  private static int index(int count, double share) {
    return (int) Math.min(count - 1L, (long) (share * count));
  }
}
