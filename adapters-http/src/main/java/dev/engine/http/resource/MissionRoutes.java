package dev.engine.http.resource;

import dev.engine.domain.Listed;
import dev.engine.domain.mission.Mission;
import dev.engine.domain.mission.Mission.State;
import dev.engine.domain.mission.MissionFilter;
import dev.engine.domain.mission.MissionId;
import dev.engine.domain.mission.MissionStatus;
import dev.engine.domain.mission.ScheduledMissionId;
import dev.engine.domain.worker.WorkerId;
import dev.engine.http.api.Call;
import dev.engine.http.api.Operation;
import dev.engine.http.api.Parameter;
import dev.engine.http.json.Description;
import dev.engine.services.MissionBook;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/missions}: what became of the slots of scheduled missions. */
final class MissionRoutes implements Routes {

  private static final String ALL = "/api/v1/missions";

  private static final Parameter<MissionId> ID =
      Parameter.path("id", MissionId.class, "the id of the slot");
  private static final Parameter<ScheduledMissionId> SCHEDULED =
      Parameter.query(
          "scheduled", ScheduledMissionId.class, "only slots of this scheduled mission, by its id");
  private static final Parameter<MissionStatus> STATUS =
      Parameter.query("status", MissionStatus.class, "only those of this status");

  private final MissionBook missions;

  MissionRoutes(MissionBook missions) {
    this.missions = missions;
  }

  @Override
  public List<Operation> operations() {
    return List.of(
        Operation.get(ALL, "listMissions", "The slots, the latest at the front.")
            .with(SCHEDULED, STATUS)
            .lists(MissionJson.class, this::list),
        Operation.get(ALL + "/{id}", "showMission", "One slot.")
            .with(ID)
            .answers(MissionJson.class, this::show));
  }

  private Listed<MissionJson> list(Call call) {
    MissionFilter filter = new MissionFilter(call.find(SCHEDULED), call.find(STATUS));
    return missions.history(filter, call.page()).map(MissionJson::of);
  }

  private MissionJson show(Call call) {
    return MissionJson.of(missions.slot(call.get(ID)));
  }

  /** A slot on the wire; what is not known, or does not apply to its status, is absent. */
  record MissionJson(
      MissionId id,
      ScheduledMissionId scheduledMissionId,
      Instant slotAt,
      MissionStatus status,
      @Description("why it failed or was skipped, in words") @Nullable String reason,
      @Description("who does its work") @Nullable WorkerId workerId,
      @Nullable Instant startedAt,
      @Nullable Instant finishedAt,
      @Description("what came of it, in words") @Nullable String summary) {

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
          mission.id(),
          mission.slot().mission(),
          mission.slot().at(),
          mission.status(),
          reason,
          mission.worker(),
          startedAt,
          finishedAt,
          summary);
    }
  }
}
