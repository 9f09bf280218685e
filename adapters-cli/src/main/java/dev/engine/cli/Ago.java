package dev.engine.cli;

import java.time.Duration;
import java.time.Instant;

/** Times as people say them. */
final class Ago {

  private Ago() {}

  /**
   * How long ago {@code then} was at {@code now}: {@code 42s}, {@code 7m}, {@code 3h}, {@code 12d}.
   */
  static String of(Instant then, Instant now) {
    Duration age = Duration.between(then, now);
    if (age.isNegative()) {
      return "in " + length(age.negated());
    }
    return length(age);
  }

  private static String length(Duration age) {
    if (age.toMinutes() < 1) {
      return age.toSeconds() + "s";
    }
    if (age.toHours() < 1) {
      return age.toMinutes() + "m";
    }
    if (age.toDays() < 1) {
      return age.toHours() + "h";
    }
    return age.toDays() + "d";
  }
}
