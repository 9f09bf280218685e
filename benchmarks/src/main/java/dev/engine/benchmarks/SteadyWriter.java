package dev.engine.benchmarks;

import dev.engine.domain.Urgency;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.ping.Appeal;
import dev.engine.persistence.SqliteStorage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;

/** Writes at a steady rate, whatever each write takes; one that is late is counted as late. */
final class SteadyWriter implements Runnable {

  private static final int WRITERS = 8;

  private final SqliteStorage storage;
  private final long periodNanos;
  private final LongStream.Builder latencies = LongStream.builder();
  private volatile boolean isOver;

  private SteadyWriter(SqliteStorage storage, double perSecond) {
    this.storage = storage;
    this.periodNanos = (long) (Duration.ofSeconds(1).toNanos() / perSecond);
  }

  /** What is done beside the writers. */
  interface Task {
    void run() throws InterruptedException;
  }

  /** What writes take, at so many a second in all, as long as {@code task} goes on. */
  static Durations beside(SqliteStorage storage, int writesPerSecond, Task task)
      throws InterruptedException {
    List<SteadyWriter> writers = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      SteadyWriter writer = new SteadyWriter(storage, (double) writesPerSecond / WRITERS);
      writers.add(writer);
      threads.add(Thread.ofPlatform().start(writer));
    }
    task.run();
    writers.forEach(SteadyWriter::stop);
    for (Thread thread : threads) {
      thread.join();
    }
    return Durations.of(writers.stream().flatMapToLong(SteadyWriter::nanos));
  }

  @Override
  public void run() {
    long due = System.nanoTime();
    for (long number = 0; !isOver; number++) {
      long early = due - System.nanoTime();
      if (early > 0) {
        LockSupport.parkNanos(early);
      }
      storage
          .pings()
          .send(
              new Appeal(
                  null, new ConversationId("chief"), Urgency.NORMAL, "Go on with " + number + "?"),
              Instant.now());
      latencies.add(System.nanoTime() - due);
      due += periodNanos;
    }
  }

  private void stop() {
    isOver = true;
  }

  /** What each write took, from when it was due; to be asked once, when it has ended. */
  private LongStream nanos() {
    return latencies.build();
  }
}
