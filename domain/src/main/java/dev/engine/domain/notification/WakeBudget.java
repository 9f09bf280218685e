package dev.engine.domain.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How often a conversation may be woken: a loop of notices that answer one another must come to an
 * end, and so must their cost.
 */
public final class WakeBudget {

  /** As many wakes as there may be in {@link #SPAN}. */
  public static final int MOST = 20;

  /** The time in which wakes count. */
  public static final Duration SPAN = Duration.ofHours(1);

  private WakeBudget() {}

  /**
   * Whether one that was woken at {@code wakes} may be woken at {@code now}. A wake that is still
   * to come was stored before the clock was set back, and does not count.
   */
  public static boolean isLeft(List<Instant> wakes, Instant now) {
    return wakes.stream().filter(wake -> counts(wake, now)).count() < MOST;
  }

  /** Whether a wake counts at {@code now}. */
  public static boolean counts(Instant wake, Instant now) {
    return !wake.isAfter(now) && wake.isAfter(now.minus(SPAN));
  }
}
