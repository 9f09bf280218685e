package dev.engine.benchmarks;

import java.util.List;

/**
 * What one kind of process took, over several runs.
 *
 * @param wallMillis elapsed time of each run, in milliseconds
 * @param cpuMillis user and system time of each run with all of its children, in milliseconds
 */
record Timing(String name, List<Double> wallMillis, List<Double> cpuMillis) {

  Timing {
    wallMillis = wallMillis.stream().sorted().toList();
    cpuMillis = cpuMillis.stream().sorted().toList();
  }

  double wallMin() {
    return wallMillis.getFirst();
  }

  double wallMedian() {
    return Quantile.of(wallMillis, 0.5);
  }

  double wallP99() {
    return Quantile.of(wallMillis, 0.99);
  }

  double cpuMedian() {
    return Quantile.of(cpuMillis, 0.5);
  }
}
