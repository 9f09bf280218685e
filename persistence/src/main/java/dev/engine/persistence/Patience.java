package dev.engine.persistence;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How long one thread waits for its turn, counted from the moment on that it has to. Its end closes
 * the file that is waited at, which is the one way to call a thread back from a POSIX lock without
 * interrupting whatever it does next.
 */
final class Patience {

  private final Duration whole;
  private @Nullable ScheduledFuture<?> alarm;
  private @Nullable FileChannel waitedAt;
  private boolean isOver;

  Patience(Duration whole) {
    this.whole = whole;
  }

  /** The thread has to wait from now on, if it does not already. */
  synchronized void start() {
    if (alarm == null) {
      alarm = Alarms.CLOCK.schedule(this::runOut, whole.toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  /** As {@link #start()}, at {@code channel}, which is closed if patience has ended already. */
  synchronized void start(FileChannel channel) throws IOException {
    start();
    waitedAt = channel;
    closeIfOver();
  }

  /** What is left; all of it if nobody had to wait. */
  synchronized Duration left() {
    return alarm == null
        ? whole
        : Duration.ofNanos(Math.max(0, alarm.getDelay(TimeUnit.NANOSECONDS)));
  }

  /** The wait is over; the channel stays open from now on. */
  synchronized void stop() {
    waitedAt = null;
    if (alarm != null) {
      alarm.cancel(false);
    }
  }

  private synchronized void runOut() {
    isOver = true;
    try {
      closeIfOver();
    } catch (IOException closedNevertheless) {
      // The thread that waits comes back in any case.
    }
  }

  private void closeIfOver() throws IOException {
    if (isOver && waitedAt != null) {
      waitedAt.close();
    }
  }

  /** Made when somebody has to wait for the first time, which a hook seldom has. */
  private static final class Alarms {

    private static final ScheduledThreadPoolExecutor CLOCK = clock();

    private static ScheduledThreadPoolExecutor clock() {
      ScheduledThreadPoolExecutor clock =
          new ScheduledThreadPoolExecutor(
              1, Thread.ofPlatform().daemon().name("engine-patience").factory());
      clock.setRemoveOnCancelPolicy(true);
      return clock;
    }
  }
}
