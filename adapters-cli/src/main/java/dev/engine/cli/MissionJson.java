package dev.engine.cli;

import dev.engine.domain.mission.Mission;
import dev.engine.domain.mission.Mission.State;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One slot of a scheduled mission on the wire. Times are ISO-8601 in UTC; what is not known, or
 * does not apply to its status, is absent.
 *
 * @param reason why it failed or was skipped, in words
 * @param summary what came of it, in words
 */
record MissionJson(
    String id,
    String scheduledMissionId,
    String slotAt,
    String status,
    @Nullable String reason,
    @Nullable String workerId,
    @Nullable String startedAt,
    @Nullable String finishedAt,
    @Nullable String summary) {

  static MissionJson of(Mission mission) {
    return switch (mission.state()) {
      case State.Pending pending -> of(mission, null, null, null, null);
      case State.Running running -> of(mission, running.startedAt(), null, null, null);
      case State.Complete complete ->
          of(mission, complete.startedAt(), complete.at(), null, complete.summary());
      case State.Failed failed ->
          of(mission, failed.startedAt(), failed.at(), failed.reason(), null);
      case State.Skipped skipped -> of(mission, null, null, skipped.reason(), null);
      case State.Merged merged -> of(mission, null, null, "merged into " + merged.into(), null);
    };
  }

  private static MissionJson of(
      Mission mission,
      @Nullable Instant startedAt,
      @Nullable Instant finishedAt,
      @Nullable String reason,
      @Nullable String summary) {
    return new MissionJson(
        mission.id().value(),
        mission.slot().mission().value(),
        mission.slot().at().toString(),
        mission.status().wireName(),
        reason,
        mission.worker() == null ? null : mission.worker().value(),
        text(startedAt),
        text(finishedAt),
        summary);
  }

  private static @Nullable String text(@Nullable Instant at) {
    return at == null ? null : at.toString();
  }
}
