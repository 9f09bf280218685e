package dev.engine.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/** Who does one thing at regular times, on a thread of its own, while others are measured. */
final class Bystander implements AutoCloseable {

  /** What is done, given how often it was done before. It may fail, which is counted. */
  interface Act {
    void once(int number) throws IOException, InterruptedException;
  }

  private final String name;
  private final Duration period;
  private final Act act;
  private final CountDownLatch over = new CountDownLatch(1);
  private final ExecutorService thread = Executors.newSingleThreadExecutor();

  // Written by the thread, read when it has ended.
  private final LongStream.Builder nanos = LongStream.builder();
  private int done;
  private int failed;
  private String failure = "";

  private Bystander(String name, Duration period, Act act) {
    this.name = name;
    this.period = period;
    this.act = act;
  }

  /** One that has begun. */
  static Bystander begin(String name, Duration period, Act act) {
    Bystander bystander = new Bystander(name, period, act);
    bystander.thread.execute(bystander::goOn);
    return bystander;
  }

  /** Waits until it has done what it is about, and lets it do no more. */
  @Override
  public void close() {
    over.countDown();
    thread.close();
  }

  /** Prints how often it was done, how often it failed and how long it took; only when closed. */
  void print() {
    Durations durations = Durations.of(nanos.build());
    System.out.printf(
        "%-44s %6d times, %d failed, p50 %.1f ms, p99 %.1f ms, max %.1f ms%s%n",
        name,
        done,
        failed,
        durations.millis(0.5),
        durations.millis(0.99),
        durations.millis(1),
        failure.isEmpty() ? "" : "; the last failure: " + failure);
  }

  private void goOn() {
    try {
      do {
        long begin = System.nanoTime();
        try {
          act.once(done);
        } catch (IOException | IllegalStateException refused) {
          failed++;
          failure = refused.toString();
        }
        nanos.add(System.nanoTime() - begin);
        done++;
      } while (!over.await(period.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }
}
