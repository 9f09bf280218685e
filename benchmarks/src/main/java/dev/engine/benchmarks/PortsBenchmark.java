package dev.engine.benchmarks;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.MultisetStatistics;
import org.openjdk.jmh.util.Statistics;

/**
 * Goal P5: what a port in jOOQ takes for one statement, beside plain JDBC. JMH runs {@link
 * PingStatements} in a JVM of its own for each way and each round.
 */
final class PortsBenchmark {

  private static final int ROUNDS = 3;

  private PortsBenchmark() {}

  /**
   * {@code PortsBenchmark SECONDS}.
   *
   * @param args how long each statement is measured in each round, after half as long to warm up
   */
  public static void main(String[] args) throws RunnerException {
    long seconds = Long.parseLong(args[0]);
    Map<String, Map<String, MultisetStatistics>> samples = new LinkedHashMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      add(new Runner(options(seconds)).run(), samples);
    }
    print(samples);
  }

  private static Options options(long seconds) {
    return new OptionsBuilder()
        .include(PingStatements.class.getSimpleName())
        .forks(1)
        .warmupIterations(1)
        .warmupTime(TimeValue.milliseconds(Math.max(1_000, seconds * 500)))
        .measurementIterations(1)
        .measurementTime(TimeValue.seconds(seconds))
        .shouldFailOnError(true) // else what fails is left out in silence
        .verbosity(VerboseMode.SILENT)
        .build();
  }

  /** Adds the samples of a round, by statement and way, to {@code samples}. */
  private static void add(
      Collection<RunResult> results, Map<String, Map<String, MultisetStatistics>> samples) {
    for (RunResult result : results) {
      String statement = result.getPrimaryResult().getLabel();
      MultisetStatistics all =
          samples
              .computeIfAbsent(statement, any -> new LinkedHashMap<>())
              .computeIfAbsent(result.getParams().getParam("way"), any -> new MultisetStatistics());
      result
          .getPrimaryResult()
          .getStatistics()
          .getRawData()
          .forEachRemaining(sample -> all.addValue(sample.getKey(), sample.getValue()));
    }
  }

  private static void print(Map<String, Map<String, MultisetStatistics>> samples) {
    System.out.printf("one statement, %d rounds in turns; microseconds%n%n", ROUNDS);
    System.out.printf(
        "%-10s %-10s %10s %10s %10s %10s %10s%n",
        "statement", "way", "min", "p50", "p99", "n", "p50 ratio");
    samples.forEach(
        (statement, ways) -> {
          double baseline = Objects.requireNonNull(ways.get("jdbc")).getPercentile(50);
          ways.forEach((way, taken) -> print(statement, way, taken, baseline));
        });
  }

  private static void print(String statement, String way, Statistics taken, double baseline) {
    System.out.printf(
        "%-10s %-10s %10.1f %10.1f %10.1f %10d %9.2fx%n",
        statement,
        way,
        taken.getMin(),
        taken.getPercentile(50),
        taken.getPercentile(99),
        taken.getN(),
        taken.getPercentile(50) / baseline);
  }
}
