package dev.engine.persistence;

import dev.engine.persistence.Transactions.Work;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * Threads that read for others, each with a connection of its own. Threads of the platform: a
 * virtual one would hold on to the thread that carries it while SQLite waits for the disk.
 *
 * <p>Safe for several threads. What one of them reads is one state, with everything in it that was
 * committed before.
 */
final class Readers implements AutoCloseable {

  private final Path file;
  private final Backlog backlog;
  private final Duration longest;
  private final List<ReaderThread> threads;

  /**
   * Starts a thread for each of {@code connections}, to which that belongs from now on.
   *
   * @param opening makes another connection
   */
  Readers(
      Path file,
      List<StoreConnection> connections,
      Supplier<StoreConnection> opening,
      Serving serving) {
    this.file = file;
    this.backlog = new Backlog(file, "reads", serving.limits().waiting());
    this.longest = serving.limits().longestRead();
    this.threads =
        connections.stream()
            .map(each -> new ReaderThread(file, backlog, each, opening, serving.nanoTime()))
            .toList();
    threads.forEach(Thread::start);
  }

  <T> T read(Work<T> work) {
    requireOutside();
    Handover<T> handover = new Handover<>(work);
    backlog.add(handover);
    return handover.result(file);
  }

  /** Refuses what comes from inside a read, which would wait for itself. */
  static void requireOutside() {
    if (Thread.currentThread() instanceof ReaderThread) {
      throw new IllegalStateException("a transaction inside a transaction");
    }
  }

  /** Accepts no more and returns when all that was accepted is done. */
  @Override
  public void close() {
    backlog.close();
    threads.forEach(ReaderThread::awaitEnd);
  }

  /**
   * Ends the reads that last longer than one may: until a read is over, the log cannot be begun
   * anew, and grows.
   *
   * @return those that were ended now
   */
  List<EndedRead> endLong() {
    return threads.stream().flatMap(each -> each.endIfLongerThan(longest).stream()).toList();
  }
}
