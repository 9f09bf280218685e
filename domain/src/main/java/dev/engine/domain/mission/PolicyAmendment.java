package dev.engine.domain.mission;

import dev.engine.domain.error.EngineException.InvalidInput;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is to be changed about the policies of a mission; null leaves a part as it is. It is applied
 * to the policies that the mission has by then, so that what others change meanwhile stays.
 *
 * @param maxCatchUp as {@link MissionPolicies#maxCatchUp}
 * @param maxLateness as {@link MissionPolicies#maxLateness}
 */
public record PolicyAmendment(
    @Nullable MissedRun missedRun,
    @Nullable Integer maxCatchUp,
    @Nullable Duration maxLateness,
    @Nullable Overlap overlap,
    TimeLimit timeLimit) {

  /** What becomes of {@link MissionPolicies#timeout}, which may be none. */
  public sealed interface TimeLimit {

    /** It stays, also where there is none. */
    record Keep() implements TimeLimit {}

    /** There is none any more. */
    record Remove() implements TimeLimit {}

    /** A run may take {@code length}, as {@link MissionPolicies#timeout}. */
    record Set(Duration length) implements TimeLimit {

      /**
       * @throws InvalidInput if {@code length} is outside its limits
       */
      public Set {
        MissionPolicies.requireTimeout(length);
      }
    }
  }

  /** Leaves every policy as it is. */
  public static final PolicyAmendment NONE =
      new PolicyAmendment(null, null, null, null, new TimeLimit.Keep());

  /**
   * @throws InvalidInput if a number or a length of time is outside its limits
   */
  public PolicyAmendment {
    if (maxCatchUp != null) {
      MissionPolicies.requireCatchUp(maxCatchUp);
    }
    if (maxLateness != null) {
      MissionPolicies.requireLateness(maxLateness);
    }
  }

  /** {@code policies}, but for what this changes. */
  public MissionPolicies of(MissionPolicies policies) {
    return new MissionPolicies(
        missedRun == null ? policies.missedRun() : missedRun,
        maxCatchUp == null ? policies.maxCatchUp() : maxCatchUp,
        maxLateness == null ? policies.maxLateness() : maxLateness,
        overlap == null ? policies.overlap() : overlap,
        timeout(policies));
  }

  private @Nullable Duration timeout(MissionPolicies policies) {
    return switch (timeLimit) {
      case TimeLimit.Keep keep -> policies.timeout();
      case TimeLimit.Remove remove -> null;
      case TimeLimit.Set set -> set.length();
    };
  }
}
