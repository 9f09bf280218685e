package dev.engine.http.resource;

import dev.engine.domain.Listed;
import dev.engine.domain.mission.MissionFilter;
import dev.engine.domain.mission.MissionId;
import dev.engine.domain.mission.MissionStatus;
import dev.engine.domain.mission.ScheduledMissionId;
import dev.engine.http.api.Call;
import dev.engine.http.api.Operation;
import dev.engine.http.api.Parameter;
import dev.engine.services.MissionBook;
import dev.engine.wire.MissionJson;
import java.util.List;

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

  /** Where {@code mission} is to be found. */
  static String location(MissionJson mission) {
    return ALL + "/" + mission.id();
  }

  private Listed<MissionJson> list(Call call) {
    MissionFilter filter = new MissionFilter(call.find(SCHEDULED), call.find(STATUS));
    return missions.history(filter, call.page()).map(MissionJson::of);
  }

  private MissionJson show(Call call) {
    return MissionJson.of(missions.slot(call.get(ID)));
  }
}
