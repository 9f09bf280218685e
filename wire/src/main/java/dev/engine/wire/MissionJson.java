package dev.engine.wire;

import dev.engine.domain.mission.Mission;
import dev.engine.domain.mission.Mission.Occasion;
import dev.engine.domain.mission.Mission.State;
import dev.engine.domain.mission.MissionId;
import dev.engine.domain.mission.MissionStatus;
import dev.engine.domain.mission.ScheduledMissionId;
import dev.engine.domain.mission.Trigger;
import dev.engine.domain.worker.WorkerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A slot on the wire; what is not known, or does not apply to its status, is absent. */
public record MissionJson(
    MissionId id,
    ScheduledMissionId scheduledMissionId,
    @Description("of several slots that were decided on together, the last") Instant slotAt,
    @Description("of several, the first; absent for one") @Nullable Instant firstSlotAt,
    @Description("how many slots it stands for") long slotCount,
    Trigger trigger,
    @Description("when it was decided what becomes of it") Instant decidedAt,
    @Description("how much later than its slot it was decided that it runs")
        @Nullable Long lateBySeconds,
    MissionStatus status,
    @Description("why it failed or was skipped, in words") @Nullable String reason,
    @Description("the slot that stands for it") @Nullable MissionId mergedInto,
    @Description("who does its work") @Nullable WorkerId workerId,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    @Description("what came of it, in words") @Nullable String summary) {

  public static MissionJson of(Mission mission) {
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
        mission.id(),
        mission.slot().mission(),
        mission.slot().at(),
        occasion.slotCount() == 1 ? null : occasion.firstSlotAt(),
        occasion.slotCount(),
        occasion.trigger(),
        occasion.decidedAt(),
        lateBy == 0 ? null : lateBy,
        mission.status(),
        reason,
        mission.state() instanceof State.Merged merged ? merged.into() : null,
        mission.worker(),
        startedAt,
        finishedAt,
        summary);
  }
}
