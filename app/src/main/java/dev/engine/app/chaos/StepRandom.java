package dev.engine.app.chaos;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Randomness that begins anew with each step, so that a step draws the same ids in the process that
 * is killed and in the one that goes on.
 */
final class StepRandom implements RandomGenerator {

  /** Two steps of neighbouring seeds must not draw the same. */
  private static final long SPREAD = 1_000_003;

  private final long seed;
  private SplittableRandom current;

  StepRandom(long seed) {
    this.seed = seed;
    this.current = new SplittableRandom(seed);
  }

  void begin(int step) {
    current = new SplittableRandom(seed * SPREAD + step);
  }

  @Override
  public long nextLong() {
    return current.nextLong();
  }
}
