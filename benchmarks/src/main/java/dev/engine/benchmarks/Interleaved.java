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
   * Runs each process as often as {@code rounds} says, the baselines first in each round, and
   * prints what they took, also as ratios to each of the baselines.
   */
  static void measure(List<TimedProcess> baselines, List<TimedProcess> measured, int rounds)
      throws IOException, InterruptedException {
    List<TimedProcess> processes = new ArrayList<>(baselines);
    processes.addAll(measured);
    List<Timing> timings = timings(processes, rounds);
    System.out.printf("whole processes, n = %d each, in turns; milliseconds%n%n", rounds);
    print(timings.subList(0, baselines.size()), timings);
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

  private static void print(List<Timing> baselines, List<Timing> timings) {
    System.out.printf("%-44s %8s %8s %8s %8s", "process", "min", "p50", "p99", "cpu p50");
    for (Timing baseline : baselines) {
      System.out.printf(" %10s", "to " + baseline.name().split(" ", 2)[0]);
    }
    System.out.println();
    for (Timing timing : timings) {
      System.out.printf(
          "%-44s %8.1f %8.1f %8.1f %8.1f",
          timing.name(),
          timing.wallMin(),
          timing.wallMedian(),
          timing.wallP99(),
          timing.cpuMedian());
      for (Timing baseline : baselines) {
        System.out.printf(" %9.2fx", timing.wallMedian() / baseline.wallMedian());
      }
      System.out.println();
    }
  }
}
