package dev.engine.http.resource;

import dev.engine.domain.Listed;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.mission.Amendment;
import dev.engine.domain.mission.MissionPlan;
import dev.engine.domain.mission.Schedule;
import dev.engine.domain.mission.ScheduledMission;
import dev.engine.domain.mission.ScheduledMissionId;
import dev.engine.domain.mission.Slug;
import dev.engine.domain.mission.Timing;
import dev.engine.domain.worker.Primitive;
import dev.engine.http.api.Call;
import dev.engine.http.api.Operation;
import dev.engine.http.api.Parameter;
import dev.engine.http.json.Description;
import dev.engine.http.json.Length;
import dev.engine.services.MissionBook;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/scheduled-missions}: what runs on a schedule. */
final class ScheduledMissionRoutes implements Routes {

  private static final String ALL = "/api/v1/scheduled-missions";
  private static final String ONE = ALL + "/{id}";

  private static final Parameter<String> MISSION =
      Parameter.path("id", String.class, "the slug of the mission, or its id");

  private final MissionBook missions;

  ScheduledMissionRoutes(MissionBook missions) {
    this.missions = missions;
  }

  @Override
  public List<Operation> operations() {
    return List.of(
        Operation.get(ALL, "listScheduledMissions", "What runs on a schedule, by slug from a to z.")
            .lists(ScheduledMissionJson.class, this::list),
        Operation.post(ALL, "scheduleMission", "Schedules a mission, enabled.")
            .takes(ScheduleMissionRequest.class)
            .creates(
                ScheduledMissionJson.class, mission -> ALL + "/" + mission.slug(), this::schedule),
        Operation.get(ONE, "showScheduledMission", "One scheduled mission.")
            .with(MISSION)
            .tagged()
            .answers(ScheduledMissionJson.class, this::show),
        Operation.patch(
                ONE,
                "changeScheduledMission",
                "Changes what a mission does or when; what is running goes on as it was.")
            .with(MISSION)
            .ifMatches(ScheduledMissionJson.class, this::show)
            .takes(ChangeScheduledMissionRequest.class)
            .answers(ScheduledMissionJson.class, this::change),
        Operation.delete(
                ONE,
                "removeScheduledMission",
                "Removes a mission and all that is recorded of its slots; their workers stay.")
            .with(MISSION)
            .ifMatches(ScheduledMissionJson.class, this::show)
            .answersNothing(this::remove),
        Operation.post(
                ONE + "/enable",
                "enableScheduledMission",
                "Lets a mission run by itself; twice is harmless.")
            .with(MISSION)
            .tagged()
            .answers(ScheduledMissionJson.class, this::enable),
        Operation.post(
                ONE + "/disable",
                "disableScheduledMission",
                "Stops a mission from running by itself; what is running goes on, twice is"
                    + " harmless.")
            .with(MISSION)
            .tagged()
            .answers(ScheduledMissionJson.class, this::disable));
  }

  private Listed<ScheduledMissionJson> list(Call call) {
    return missions.list(call.page()).map(ScheduledMissionJson::of);
  }

  private ScheduledMissionJson schedule(Call call, ScheduleMissionRequest request) {
    return ScheduledMissionJson.of(missions.add(request.plan()));
  }

  private ScheduledMissionJson show(Call call) {
    return ScheduledMissionJson.of(named(call));
  }

  private ScheduledMissionJson change(Call call, ChangeScheduledMissionRequest request) {
    return ScheduledMissionJson.of(missions.amend(named(call).id(), request.amendment()));
  }

  private void remove(Call call) {
    missions.remove(named(call).id());
  }

  private ScheduledMissionJson enable(Call call) {
    return ScheduledMissionJson.of(missions.enable(named(call).id()));
  }

  private ScheduledMissionJson disable(Call call) {
    return ScheduledMissionJson.of(missions.disable(named(call).id()));
  }

  private ScheduledMission named(Call call) {
    return missions.show(call.get(MISSION));
  }

  record ScheduleMissionRequest(
      @Description("no two scheduled missions share one") Slug slug,
      @Length(max = 200) String name,
      @Description("what its workers are told") @Length(max = 100_000) String prompt,
      @Description("what kind of work it is, such as research or build") Primitive primitive,
      @Description("five cron fields, @daily or the like, every 15m, or once 2026-01-05T09:00")
          Schedule schedule,
      @Description("the IANA zone that the schedule is read in") ZoneId timezone,
      @Description("the conversation that is told of each slot that ends")
          @Nullable ConversationId conversationId) {

    private MissionPlan plan() {
      return new MissionPlan(
          slug, name, prompt, primitive, Timing.of(schedule, timezone), conversationId);
    }
  }

  record ChangeScheduledMissionRequest(
      @Length(max = 200) @Nullable String name,
      @Length(max = 100_000) @Nullable String prompt,
      @Nullable Schedule schedule,
      @Nullable ZoneId timezone) {

    private Amendment amendment() {
      return new Amendment(name, prompt, schedule, timezone, null);
    }
  }

  /** A scheduled mission on the wire; what is not known is absent. */
  record ScheduledMissionJson(
      ScheduledMissionId id,
      Slug slug,
      String name,
      String prompt,
      Primitive primitive,
      Schedule schedule,
      ZoneId timezone,
      @Description("the conversation that is told of each slot that ends")
          @Nullable ConversationId conversationId,
      boolean enabled,
      Instant createdAt,
      Instant updatedAt,
      @Nullable Instant nextSlotAt,
      @Nullable Instant lastSlotAt) {

    static ScheduledMissionJson of(ScheduledMission mission) {
      MissionPlan plan = mission.plan();
      return new ScheduledMissionJson(
          mission.id(),
          plan.slug(),
          plan.name(),
          plan.prompt(),
          plan.primitive(),
          plan.schedule(),
          plan.zone(),
          plan.owner(),
          mission.enabled(),
          mission.createdAt(),
          mission.updatedAt(),
          mission.nextSlotAt(),
          mission.lastSlotAt());
    }
  }
}
