package dev.engine.domain.hook;

import java.time.Duration;
import java.time.Instant;

/** The order of hook calls, which run side by side and so may be handled in another one. */
public final class HookOrder {

  /**
   * How far calls may overtake one another: what the client gives each of them. A time further back
   * is a clock that was set, not a call that was overtaken.
   */
  private static final Duration OVERTAKING = Duration.ofSeconds(10);

  private HookOrder() {}

  /**
   * Whether a call made at {@code time}, and handled only now, was overtaken by one made at {@code
   * other}.
   */
  public static boolean isOvertaken(Instant time, Instant other) {
    return time.isBefore(other) && !time.isBefore(other.minus(OVERTAKING));
  }

  /** Whether a call made at {@code time} came after one made at {@code other}. */
  public static boolean isLater(Instant time, Instant other) {
    return !time.equals(other) && !isOvertaken(time, other);
  }
}
