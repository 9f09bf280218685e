package dev.engine.app;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes the one thread that waits at it; whoever rings does not wait. */
final class Bell {

  private final Semaphore rings = new Semaphore(0);

  void ring() {
    rings.release();
  }

  /** Returns when it has rung since it was awaited last, after {@code most} at the latest. */
  void await(Duration most) {
    try {
      if (rings.tryAcquire(most.toNanos(), TimeUnit.NANOSECONDS)) {
        rings.drainPermits();
      }
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    }
  }
}
