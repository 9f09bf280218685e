package dev.engine.cli;

import dev.engine.domain.mission.Mission;
import dev.engine.domain.mission.Mission.Occasion;
import dev.engine.domain.mission.Mission.State;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One slot of a scheduled mission on the wire. Times are ISO-8601 in UTC; what is not known, or
 * does not apply to its status, is absent.
 *
 * @param slotAt of several slots that were decided on together, the last
 * @param firstSlotAt of several, the first; absent for one
 * @param slotCount how many slots it stands for
 * @param trigger {@code schedule} or {@code person}
 * @param decidedAt when it was decided what becomes of it
 * @param lateBySeconds how much later than its slot it was decided that it runs
 * @param mergedInto the slot that stands for it
 * @param reason why it failed or was skipped, in words
 * @param summary what came of it, in words
 */
record MissionJson(
    String id,
    String scheduledMissionId,
    String slotAt,
    @Nullable String firstSlotAt,
    long slotCount,
    String trigger,
    String decidedAt,
    @Nullable Long lateBySeconds,
    String status,
    @Nullable String reason,
    @Nullable String mergedInto,
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
    Occasion occasion = mission.occasion();
    long lateBy = mission.lateBy().toSeconds();
    return new MissionJson(
        mission.id().value(),
        mission.slot().mission().value(),
        mission.slot().at().toString(),
        occasion.slotCount() == 1 ? null : occasion.firstSlotAt().toString(),
        occasion.slotCount(),
        occasion.trigger().wireName(),
        occasion.decidedAt().toString(),
        lateBy == 0 ? null : lateBy,
        mission.status().wireName(),
        reason,
        mission.state() instanceof State.Merged merged ? merged.into().value() : null,
        mission.worker() == null ? null : mission.worker().value(),
        text(startedAt),
        text(finishedAt),
        summary);
  }

  private static @Nullable String text(@Nullable Instant at) {
    return at == null ? null : at.toString();
  }
}
