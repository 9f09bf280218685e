package dev.engine.benchmarks;

import dev.engine.domain.Urgency;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.notification.Notice;
import dev.engine.domain.notification.NotificationType;
import dev.engine.domain.ping.Appeal;
import dev.engine.persistence.Serving;
import dev.engine.persistence.ServingLimits;
import dev.engine.persistence.SqliteStorage;
import dev.engine.persistence.WriterGauge;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Durable writes by many callers at once, without HTTP (see goal P3): through the one writer of a
 * serving store, and with a connection for each of them. Rounds take turns; the first of each warms
 * up and does not count.
 */
final class GroupCommitBenchmark {

  private static final int ROUNDS = 3;

  /** A write, given a number that no other write has. */
  private interface Write {
    void once(SqliteStorage storage, long number);
  }

  private final int callers;
  private final Duration time;

  private GroupCommitBenchmark(int callers, Duration time) {
    this.callers = callers;
    this.time = time;
  }

  /**
   * {@code GroupCommitBenchmark CALLERS SECONDS}.
   *
   * @param args how many callers, and how long each round takes
   */
  public static void main(String[] args) throws IOException {
    int callers = Integer.parseInt(args[0]);
    Duration time = Duration.ofSeconds(Long.parseLong(args[1]));
    System.out.printf(
        "%d callers, %d s a round, each write durable (synchronous=FULL)%n%n",
        callers, time.toSeconds());
    System.out.printf(
        "%-44s %10s %8s %8s %8s %10s%n",
        "write", "writes/s", "p50 ms", "p99 ms", "max ms", "a batch");
    GroupCommitBenchmark benchmark = new GroupCommitBenchmark(callers, time);
    for (int round = 0; round <= ROUNDS; round++) {
      String name = round == 0 ? "warm-up" : "round " + round;
      benchmark.serving(name + ", ping, serving store", GroupCommitBenchmark::ping);
      benchmark.serving(name + ", notification, serving store", GroupCommitBenchmark::notice);
      benchmark.connections(name + ", ping, a connection each");
    }
  }

  private static void ping(SqliteStorage storage, long number) {
    Appeal appeal =
        new Appeal(null, new ConversationId("chief"), Urgency.NORMAL, "Go on with " + number + "?");
    storage.pings().send(appeal, Instant.now());
  }

  private static void notice(SqliteStorage storage, long number) {
    Notice notice =
        new Notice(
            new ConversationId("chief"),
            NotificationType.MESSAGE,
            Long.toString(number),
            "It is done",
            "");
    storage.notifications().queue(notice, Instant.now());
  }

  private void serving(String name, Write write) throws IOException {
    LongAdder batches = new LongAdder();
    try (ScratchStore store = ScratchStore.create();
        SqliteStorage storage =
            SqliteStorage.serve(
                store.file(),
                ScratchStore.PATIENCE,
                new SplittableRandom(),
                new Serving(ServingLimits.STANDARD, System::nanoTime, counting(batches)))) {
      Durations durations = run(caller -> storage, write);
      print(name, durations, (double) durations.count() / Math.max(1, batches.sum()));
    }
  }

  private static WriterGauge counting(LongAdder batches) {
    return new WriterGauge() {
      @Override
      public void committed(int writes, Duration turn, Duration work, Duration commit) {
        batches.increment();
      }

      @Override
      public void failed(int writes) {
        throw new IllegalStateException("%d writes failed".formatted(writes));
      }
    };
  }

  private void connections(String name) throws IOException {
    try (ScratchStore store = ScratchStore.create()) {
      List<SqliteStorage> storages = new ArrayList<>();
      for (int i = 0; i < callers; i++) {
        storages.add(
            SqliteStorage.open(store.file(), ScratchStore.PATIENCE, new SplittableRandom()));
      }
      print(name, run(storages::get, GroupCommitBenchmark::ping), 1);
      storages.forEach(SqliteStorage::close);
    }
  }

  private Durations run(IntFunction<SqliteStorage> storages, Write write) {
    long end = System.nanoTime() + time.toNanos();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<long[]>> running =
          IntStream.range(0, callers)
              .mapToObj(
                  caller ->
                      CompletableFuture.supplyAsync(
                          () -> latencies(storages.apply(caller), write, caller, end), threads))
              .toList();
      return Durations.of(
          running.stream().map(CompletableFuture::join).flatMapToLong(Arrays::stream));
    }
  }

  private long[] latencies(SqliteStorage storage, Write write, int caller, long end) {
    LongStream.Builder latencies = LongStream.builder();
    long number = caller;
    for (long begin = System.nanoTime(); begin < end; number += callers) {
      write.once(storage, number);
      long now = System.nanoTime();
      latencies.add(now - begin);
      begin = now;
    }
    return latencies.build().toArray();
  }

  private void print(String name, Durations durations, double batch) {
    System.out.printf(
        "%-44s %10.0f %8.2f %8.2f %8.2f %10.1f%n",
        name,
        durations.count() * 1e9 / time.toNanos(),
        durations.millis(0.5),
        durations.millis(0.99),
        durations.millis(1),
        batch);
  }
}
