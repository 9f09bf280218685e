package dev.engine.http.resource;

import dev.engine.domain.Limit;
import dev.engine.domain.Listed;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.mission.Amendment;
import dev.engine.domain.mission.MissedRun;
import dev.engine.domain.mission.MissionPlan;
import dev.engine.domain.mission.MissionPolicies;
import dev.engine.domain.mission.Overlap;
import dev.engine.domain.mission.PolicyAmendment;
import dev.engine.domain.mission.PolicyAmendment.TimeLimit;
import dev.engine.domain.mission.Schedule;
import dev.engine.domain.mission.ScheduledMission;
import dev.engine.domain.mission.Slug;
import dev.engine.domain.mission.Timing;
import dev.engine.domain.worker.Primitive;
import dev.engine.http.api.Call;
import dev.engine.http.api.Operation;
import dev.engine.http.api.Parameter;
import dev.engine.services.MissionBook;
import dev.engine.wire.Description;
import dev.engine.wire.Length;
import dev.engine.wire.MissionJson;
import dev.engine.wire.ScheduledMissionJson;
import java.nio.file.Path;
import java.time.Duration;
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

  private static final Parameter<Integer> COUNT =
      Parameter.number("n", 1, 500, "how many at most; 10 if it is not given");

  private static final int USUAL_COUNT = 10;

  private final MissionBook missions;
  private final Path outputs;

  /**
   * @param outputs the folder in which every worker has its own
   */
  ScheduledMissionRoutes(MissionBook missions, Path outputs) {
    this.missions = missions;
    this.outputs = outputs;
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
            .answers(ScheduledMissionJson.class, this::disable),
        Operation.get(
                ONE + "/preview",
                "previewScheduledMission",
                "When it runs next; for a disabled one, when it would if it were enabled now.")
            .with(MISSION, COUNT)
            .answers(PreviewJson.class, this::preview),
        Operation.post(
                ONE + "/run",
                "runScheduledMission",
                "Runs a mission once, now, outside its slots, enabled or not.")
            .with(MISSION)
            .creates(MissionJson.class, MissionRoutes::location, this::run));
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

  private PreviewJson preview(Call call) {
    Integer count = call.find(COUNT);
    Limit limit = new Limit(count == null ? USUAL_COUNT : count);
    return new PreviewJson(missions.preview(named(call), limit));
  }

  private MissionJson run(Call call) {
    return MissionJson.of(missions.runNow(named(call).id(), outputs));
  }

  private ScheduledMission named(Call call) {
    return missions.show(call.get(MISSION));
  }

  /**
   * What a request says of policies; null leaves a part as it is.
   *
   * @param timeoutSeconds 0 takes it away
   */
  private static PolicyAmendment policies(
      @Nullable MissedRun missedRun,
      @Nullable Integer maxCatchUp,
      @Nullable Integer maxLatenessSeconds,
      @Nullable Overlap overlap,
      @Nullable Integer timeoutSeconds) {
    return new PolicyAmendment(
        missedRun,
        maxCatchUp,
        maxLatenessSeconds == null ? null : Duration.ofSeconds(maxLatenessSeconds),
        overlap,
        timeLimit(timeoutSeconds));
  }

  private static TimeLimit timeLimit(@Nullable Integer seconds) {
    if (seconds == null) {
      return new TimeLimit.Keep();
    }
    return seconds == 0 ? new TimeLimit.Remove() : new TimeLimit.Set(Duration.ofSeconds(seconds));
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
          @Nullable ConversationId conversationId,
      @Description("what becomes of slots that nothing ran in time; once if it is left out")
          @Nullable MissedRun missedRun,
      @Description(
              "how many missed slots run at most, and how many runs wait at most, 1 to 1,000; 10 if"
                  + " it is left out")
          @Nullable Integer maxCatchUp,
      @Description("a slot that is later does not run, 60 to 31,622,400; a day if it is left out")
          @Nullable Integer maxLatenessSeconds,
      @Description(
              "what becomes of a slot that is due while an earlier run goes on; skip if it is left"
                  + " out")
          @Nullable Overlap overlap,
      @Description(
              "how long a run may take, 1 to 2,592,000; as the engine's settings say if it is left"
                  + " out")
          @Nullable Integer timeoutSeconds) {

    private MissionPlan plan() {
      PolicyAmendment said =
          policies(missedRun, maxCatchUp, maxLatenessSeconds, overlap, timeoutSeconds);
      Timing timing = new Timing(schedule, timezone, said.of(MissionPolicies.DEFAULT));
      return new MissionPlan(slug, name, prompt, primitive, timing, conversationId);
    }
  }

  record ChangeScheduledMissionRequest(
      @Length(max = 200) @Nullable String name,
      @Length(max = 100_000) @Nullable String prompt,
      @Nullable Schedule schedule,
      @Nullable ZoneId timezone,
      @Nullable MissedRun missedRun,
      @Nullable Integer maxCatchUp,
      @Nullable Integer maxLatenessSeconds,
      @Nullable Overlap overlap,
      @Description("0 takes it away") @Nullable Integer timeoutSeconds) {

    private Amendment amendment() {
      PolicyAmendment said =
          policies(missedRun, maxCatchUp, maxLatenessSeconds, overlap, timeoutSeconds);
      return new Amendment(name, prompt, schedule, timezone, said);
    }
  }

  /** The next slots of a mission on the wire, the first one first. */
  record PreviewJson(List<Instant> slots) {}
}
