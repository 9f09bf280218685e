package dev.engine.domain.worker;

import java.time.Duration;

/** How long to wait before something that failed is tried again. */
public final class BackOff {

  private static final Duration FIRST = Duration.ofSeconds(10);
  private static final Duration LONGEST = Duration.ofMinutes(10);

  /** 10 s doubled six times is beyond the longest already; more would overflow one day. */
  private static final int DOUBLINGS = 6;

  private BackOff() {}

  /**
   * The pause behind the failure with this number: 10 s, then twice as long each time, at most 10
   * min.
   *
   * @param failures how often it has failed, 1 or more
   */
  public static Duration after(int failures) {
    Duration pause = FIRST.multipliedBy(1L << Math.min(failures - 1, DOUBLINGS));
    return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
  }
}
