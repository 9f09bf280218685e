package dev.engine.app.simulation;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/** What the seed decides. */
final class Dice {

  private final SplittableRandom random;

  Dice(SplittableRandom random) {
    this.random = random;
  }

  /** Dice of their own, so that who uses them more does not change what others draw. */
  Dice split() {
    return new Dice(random.split());
  }

  SplittableRandom source() {
    return random.split();
  }

  boolean isOneIn(int number) {
    return random.nextInt(number) == 0;
  }

  /** From 0 to {@code bound}, without that. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  <T> T anyOf(List<T> things) {
    return things.get(random.nextInt(things.size()));
  }

  /** Whole milliseconds below {@code limit}. */
  Duration below(Duration limit) {
    return Duration.ofMillis(random.nextLong(limit.toMillis()));
  }

  /** Eight hex digits. */
  String word() {
    return "%08x".formatted(random.nextInt());
  }
}
