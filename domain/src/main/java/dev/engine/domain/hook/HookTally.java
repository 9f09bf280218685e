package dev.engine.domain.hook;

import java.time.Duration;
import java.util.Comparator;

/**
 * How many calls came in by one door, with one outcome, and took as long.
 *
 * @param took to a tenth of a millisecond, rounded down
 * @param count at least 1
 */
public record HookTally(Door door, HookOutcome outcome, Duration took, int count) {

  /** By door, then by outcome, then the fastest first. */
  public static final Comparator<HookTally> IN_ORDER =
      Comparator.comparing(HookTally::door)
          .thenComparing(HookTally::outcome)
          .thenComparing(HookTally::took);

  /** To what times are counted together: more of them would be as many as there are calls. */
  public static final Duration GRAIN = Duration.ofNanos(100_000);
}
