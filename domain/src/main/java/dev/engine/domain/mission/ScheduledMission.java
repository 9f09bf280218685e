package dev.engine.domain.mission;

import dev.engine.domain.error.EngineException.InvalidInput;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A plan that runs by itself while it is enabled.
 *
 * @param nextSlotAt null while it is not worked out, or if none will come
 * @param lastSlotAt null before the first
 */
public record ScheduledMission(
    ScheduledMissionId id,
    MissionPlan plan,
    boolean enabled,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant nextSlotAt,
    @Nullable Instant lastSlotAt) {

  /** What a slot may be late by, before somebody should look why: it is run within a second. */
  private static final Duration LATE = Duration.ofMinutes(1);

  /** A plan just made, enabled; its slots are not worked out yet. */
  public static ScheduledMission added(ScheduledMissionId id, MissionPlan plan, Instant at) {
    return new ScheduledMission(id, plan, true, at, at, null, null);
  }

  /** Enabled at {@code at}; one that is enabled is returned as is. */
  public ScheduledMission enabledAt(Instant at) {
    return enabled
        ? this
        : new ScheduledMission(id, plan, true, createdAt, at, nextSlotAt, lastSlotAt);
  }

  /**
   * With what {@code amendment} says since {@code at}; returned as is if it says nothing new. Where
   * that moves its slots, the next one has to be worked out again.
   *
   * @throws InvalidInput if a text is blank or too long
   */
  public ScheduledMission amended(Amendment amendment, Instant at) {
    MissionPlan next = plan.amended(amendment);
    if (next.equals(plan)) {
      return this;
    }
    Instant nextSlot = next.isDueAs(plan) ? nextSlotAt : null;
    return new ScheduledMission(id, next, enabled, createdAt, at, nextSlot, lastSlotAt);
  }

  /**
   * When the slot was due that nothing has run by {@code now}, a minute later; null if there is
   * none, or it does not run by itself.
   */
  public @Nullable Instant overdueSince(Instant now) {
    return enabled && nextSlotAt != null && nextSlotAt.plus(LATE).isBefore(now) ? nextSlotAt : null;
  }

  /** Disabled at {@code at}; one that is disabled is returned as is. */
  public ScheduledMission disabledAt(Instant at) {
    return enabled
        ? new ScheduledMission(id, plan, false, createdAt, at, nextSlotAt, lastSlotAt)
        : this;
  }
}
