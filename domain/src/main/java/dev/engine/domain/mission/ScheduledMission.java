package dev.engine.domain.mission;

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

  /** Disabled at {@code at}; one that is disabled is returned as is. */
  public ScheduledMission disabledAt(Instant at) {
    return enabled
        ? new ScheduledMission(id, plan, false, createdAt, at, nextSlotAt, lastSlotAt)
        : this;
  }
}
