package dev.engine.domain.mission;

import org.jspecify.annotations.Nullable;

/**
 * Which slots a history is about.
 *
 * @param mission null for any
 * @param status null for any
 */
public record MissionFilter(@Nullable ScheduledMissionId mission, @Nullable MissionStatus status) {

  /** Every slot. */
  public static final MissionFilter ALL = new MissionFilter(null, null);

  /** Every slot of {@code mission}. */
  public static MissionFilter of(ScheduledMissionId mission) {
    return new MissionFilter(mission, null);
  }
}
