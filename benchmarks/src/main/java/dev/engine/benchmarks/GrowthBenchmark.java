package dev.engine.benchmarks;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Goal P9: what each list, each board and each step of a hook takes while tables grow, through the
 * ports of a store that serves. The smallest store is what the others are compared with; all of
 * them are there at the same time and take turns.
 */
final class GrowthBenchmark {

  private static final int ROUNDS = 5;

  private GrowthBenchmark() {}

  /**
   * {@code GrowthBenchmark ROWS...}.
   *
   * @param args how many rows each table is to have, the fewest first
   */
  public static void main(String[] args) throws IOException, SQLException {
    List<GrownStore> stores = new ArrayList<>();
    try {
      for (String rows : args) {
        long begin = System.nanoTime();
        stores.add(GrownStore.create(Integer.parseInt(rows)));
        System.out.printf(
            "filled with %s rows in %.0f s%n", rows, (System.nanoTime() - begin) / 1e9);
      }
      printHead(stores);
      for (GrowthStatement statement : GrowthStatement.all()) {
        print(statement, measured(statement, stores));
      }
    } finally {
      for (GrownStore store : stores) {
        store.close();
      }
    }
  }

  /** In the order of {@code stores}. */
  private static List<Durations> measured(GrowthStatement statement, List<GrownStore> stores) {
    List<long[][]> nanos = new ArrayList<>();
    stores.forEach(store -> nanos.add(new long[ROUNDS][]));
    for (int round = -1; round < ROUNDS; round++) { // the first one warms up
      for (int i = 0; i < stores.size(); i++) {
        long[] taken = taken(statement, stores.get(i));
        if (round >= 0) {
          nanos.get(i)[round] = taken;
        }
      }
    }
    return nanos.stream()
        .map(rounds -> Durations.of(Arrays.stream(rounds).flatMapToLong(LongStream::of)))
        .toList();
  }

  private static long[] taken(GrowthStatement statement, GrownStore store) {
    long[] taken = new long[statement.times()];
    for (int i = 0; i < taken.length; i++) {
      Runnable prepared = statement.prepared(store);
      long begin = System.nanoTime();
      prepared.run();
      taken[i] = System.nanoTime() - begin;
    }
    return taken;
  }

  private static void printHead(List<GrownStore> stores) {
    System.out.printf(
        "%nmicroseconds, p50 and p99 at each number of rows, n = %d rounds of", ROUNDS);
    System.out.printf(" %d reads or %d writes%n%n", GrowthStatement.READS, GrowthStatement.WRITES);
    System.out.printf("%-34s", "rows in each table");
    stores.forEach(store -> System.out.printf(" %17d", store.rows()));
    System.out.printf(" %8s %8s%n", "p50", "p99");
  }

  /** The ratios are those of the largest store to the smallest. */
  private static void print(GrowthStatement statement, List<Durations> durations) {
    System.out.printf("%-34s", statement.name());
    for (Durations at : durations) {
      System.out.printf(" %8.0f %8.0f", at.micros(0.5), at.micros(0.99));
    }
    Durations smallest = durations.getFirst();
    Durations largest = durations.getLast();
    System.out.printf(
        " %7.2fx %7.2fx%n",
        largest.micros(0.5) / smallest.micros(0.5), largest.micros(0.99) / smallest.micros(0.99));
  }
}
