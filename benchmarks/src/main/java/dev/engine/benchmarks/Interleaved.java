package dev.engine.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Whole processes that run in turns, so that all see the same machine, in a table of their times.
 */
final class Interleaved {

  private static final int WARM_UP = 3;

  private Interleaved() {}

  /**
   * Runs each of {@code processes} as often as {@code rounds} says and prints what they took; the
   * first is what the others are compared with.
   */
  static void measure(List<TimedProcess> processes, int rounds)
      throws IOException, InterruptedException {
    print(rounds, timings(processes, rounds));
  }

  private static List<Timing> timings(List<TimedProcess> processes, int rounds)
      throws IOException, InterruptedException {
    List<List<TimedProcess.Run>> runs =
        processes.stream().<List<TimedProcess.Run>>map(any -> new ArrayList<>()).toList();
    for (int round = -WARM_UP; round < rounds; round++) {
      for (int i = 0; i < processes.size(); i++) {
        TimedProcess.Run run = processes.get(i).run();
        if (round >= 0) {
          runs.get(i).add(run);
        }
      }
    }
    List<Timing> timings = new ArrayList<>();
    for (int i = 0; i < processes.size(); i++) {
      timings.add(
          new Timing(
              processes.get(i).name(),
              runs.get(i).stream().map(TimedProcess.Run::wallMillis).toList(),
              runs.get(i).stream().map(TimedProcess.Run::cpuMillis).toList()));
    }
    return timings;
  }

  private static void print(int rounds, List<Timing> timings) {
    Timing baseline = timings.getFirst();
    System.out.printf("whole processes, n = %d each, in turns; milliseconds%n%n", rounds);
    System.out.printf(
        "%-38s %8s %8s %8s %8s %10s%n", "process", "min", "p50", "p99", "cpu p50", "p50 ratio");
    for (Timing timing : timings) {
      System.out.printf(
          "%-38s %8.1f %8.1f %8.1f %8.1f %9.2fx%n",
          timing.name(),
          timing.wallMin(),
          timing.wallMedian(),
          timing.wallP99(),
          timing.cpuMedian(),
          timing.wallMedian() / baseline.wallMedian());
    }
  }
}
