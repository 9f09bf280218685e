package dev.engine.domain.mission;

import dev.engine.domain.error.EngineException.InvalidInput;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of slots that cannot run just when they are due.
 *
 * @param maxCatchUp how many missed slots run at most under {@link MissedRun#ALL}, and how many
 *     runs wait at most for the one before; 1 to 1,000
 * @param maxLateness a slot that is later than this does not run; whole seconds, 1 minute to 366
 *     days
 * @param timeout how long a run may take; whole seconds, 1 second to 30 days; null for as long as
 *     workers of its kind may
 */
public record MissionPolicies(
    MissedRun missedRun,
    int maxCatchUp,
    Duration maxLateness,
    Overlap overlap,
    @Nullable Duration timeout) {

  private static final int MOST_CATCH_UP = 1_000;

  /** A slot that ran within its minute was in time, so nothing less can be too late. */
  private static final Duration LEAST_LATENESS = Duration.ofMinutes(1);

  private static final Duration MOST_LATENESS = Duration.ofDays(366);
  private static final Duration LONGEST_RUN = Duration.ofDays(30);

  /** What somebody means who says nothing: one run makes up for a night without an engine. */
  public static final MissionPolicies DEFAULT =
      new MissionPolicies(MissedRun.ONCE, 10, Duration.ofDays(1), Overlap.SKIP, null);

  /**
   * @throws InvalidInput if a number or a length of time is outside its limits
   */
  public MissionPolicies {
    requireCatchUp(maxCatchUp);
    requireLateness(maxLateness);
    if (timeout != null) {
      requireTimeout(timeout);
    }
  }

  /**
   * @throws InvalidInput if {@code most} is outside the limits of {@link #maxCatchUp}
   */
  static void requireCatchUp(int most) {
    if (most < 1 || most > MOST_CATCH_UP) {
      throw new InvalidInput("number of slots to make up for", "1 to 1000", String.valueOf(most));
    }
  }

  /**
   * @throws InvalidInput if {@code most} is outside the limits of {@link #maxLateness}
   */
  static void requireLateness(Duration most) {
    if (isOutside(most, LEAST_LATENESS, MOST_LATENESS)) {
      throw new InvalidInput("lateness", "1 minute to 366 days", most.toString());
    }
  }

  /**
   * @throws InvalidInput if {@code most} is outside the limits of {@link #timeout}
   */
  static void requireTimeout(Duration most) {
    if (isOutside(most, Duration.ofSeconds(1), LONGEST_RUN)) {
      throw new InvalidInput("timeout", "1 second to 30 days", most.toString());
    }
  }

  /** Whether {@code slot} must not run any more at {@code now}. */
  boolean isTooLate(Instant slot, Instant now) {
    return slot.plus(maxLateness).isBefore(now);
  }

  private static boolean isOutside(Duration length, Duration least, Duration most) {
    return length.compareTo(least) < 0
        || length.compareTo(most) > 0
        || !length.equals(length.truncatedTo(ChronoUnit.SECONDS));
  }
}
