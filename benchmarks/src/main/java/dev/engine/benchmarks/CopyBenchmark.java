package dev.engine.benchmarks;

import dev.engine.persistence.SqliteCopy;
import dev.engine.persistence.SqliteDatabase;
import dev.engine.persistence.SqliteStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A continuous copy of a store that is written to at a steady rate: how far it is behind at any
 * moment, what a round of it takes, and how long a write takes meanwhile, beside how long it takes
 * in rounds of the same length without a copy. The rounds take turns.
 */
final class CopyBenchmark {

  /** As long as an engine rests between two rounds. */
  private static final Duration REST = Duration.ofMillis(500);

  private static final Duration BETWEEN_SAMPLES = Duration.ofMillis(5);

  private static final Duration WARMING_UP = Duration.ofSeconds(2);

  private final ScratchStore store;
  private final SqliteStorage storage;
  private final Path folder;
  private final int writesPerSecond;
  private final Duration length;
  private final List<Long> lagNanos = new ArrayList<>();
  private final List<Long> roundNanos = new ArrayList<>();
  private long longestLog;
  private long copiedBytes;
  private ProcessorTime used = new ProcessorTime(0, 0);

  private CopyBenchmark(
      ScratchStore store,
      SqliteStorage storage,
      Path folder,
      int writesPerSecond,
      Duration length) {
    this.store = store;
    this.storage = storage;
    this.folder = folder;
    this.writesPerSecond = writesPerSecond;
    this.length = length;
  }

  /**
   * {@code CopyBenchmark WRITES_PER_SECOND SECONDS ROUNDS [FOLDER]}.
   *
   * @param args at which rate of writes, how long each round lasts, how many rounds with a copy,
   *     and the empty folder to copy to; without it one on the disk of the temporary files
   */
  public static void main(String[] args) throws Exception {
    int rate = Integer.parseInt(args[0]);
    Duration length = Duration.ofSeconds(Long.parseLong(args[1]));
    int rounds = Integer.parseInt(args[2]);
    try (ScratchStore store = ScratchStore.create()) {
      Path folder =
          args.length > 3
              ? Path.of(args[3])
              : Files.createDirectory(store.folder().resolve("copy"));
      try (SqliteStorage storage = store.serve()) {
        new CopyBenchmark(store, storage, folder, rate, length).run(rounds);
      }
    }
  }

  private void run(int rounds) throws Exception {
    System.out.printf(
        "%d durable writes/s, %d rounds of %d s with a copy and as many without%n%n",
        writesPerSecond, rounds, length.toSeconds());
    System.out.println(Durations.heading("a write"));
    SteadyWriter.beside(storage, writesPerSecond, () -> sleep(WARMING_UP)); // classes are loaded
    for (int round = 1; round <= rounds; round++) {
      print(
          "round " + round + ", with a copy",
          SteadyWriter.beside(storage, writesPerSecond, this::copied));
      print(
          "round " + round + ", without",
          SteadyWriter.beside(storage, writesPerSecond, () -> sleep(length)));
      database().checkpoint(ScratchStore.PATIENCE);
    }
    System.out.println();
    print("the copy is behind", Durations.of(lagNanos));
    print("a round that copies", Durations.of(roundNanos));
    double seconds = (double) length.toSeconds() * rounds;
    System.out.printf(
        "%n%,d bytes copied, the log up to %,d bytes; processor time of all programs that read:"
            + " %.2f %% of a core%n",
        copiedBytes, longestLog, used.childrenPercent(seconds));
  }

  private void copied() throws InterruptedException {
    AtomicBoolean isOver = new AtomicBoolean();
    AtomicLong completeTo = new AtomicLong();
    try (SqliteCopy copy = storage.copyTo(folder)) {
      copy.ship(); // the file, which is no part of what is measured
      ProcessorTime before = processorTime();
      completeTo.set(System.nanoTime());
      Thread copying = Thread.ofPlatform().start(() -> copy(copy, isOver, completeTo));
      long end = System.nanoTime() + length.toNanos();
      while (System.nanoTime() < end) {
        sleep(BETWEEN_SAMPLES);
        lagNanos.add(System.nanoTime() - completeTo.get());
        longestLog = Math.max(longestLog, storage.walBytes());
      }
      isOver.set(true);
      copying.join();
      used = used.plus(processorTime().since(before));
      copiedBytes += copy.shippedBytes();
    }
  }

  private void copy(SqliteCopy copy, AtomicBoolean isOver, AtomicLong completeTo) {
    try {
      while (!isOver.get()) {
        long begin = System.nanoTime();
        copy.ship();
        completeTo.set(begin);
        roundNanos.add(System.nanoTime() - begin);
        sleep(REST);
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private static void sleep(Duration time) throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(time.toNanos());
  }

  private SqliteDatabase database() {
    return new SqliteDatabase(store.file(), ScratchStore.PATIENCE, InstantSource.system());
  }

  private static ProcessorTime processorTime() {
    try {
      return ProcessorTime.of("self");
    } catch (IOException noProc) {
      return new ProcessorTime(0, 0);
    }
  }

  private static void print(String name, Durations durations) {
    System.out.println(durations.row(name));
  }
}
