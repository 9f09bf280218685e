package dev.engine.app;

import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/** Where ids come from. They need not be secret, only different. */
final class Randomness {

  private Randomness() {}

  /**
   * A sequence of this process's own: two that start in the same nanosecond have two numbers. A
   * SecureRandom would take a one-shot hook 9 ms to start.
   */
  static RandomGenerator ofThisProcess() {
    long pid = ProcessHandle.current().pid();
    return new SplittableRandom(System.nanoTime() ^ Long.rotateLeft(pid, Integer.SIZE));
  }

  /** As {@link #ofThisProcess}, for several threads at once. */
  static RandomGenerator ofItsThreads() {
    long ofThisProcess = ofThisProcess().nextLong();
    return () -> ThreadLocalRandom.current().nextLong() ^ ofThisProcess;
  }
}
