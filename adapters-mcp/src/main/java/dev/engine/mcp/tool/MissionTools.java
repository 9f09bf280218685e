package dev.engine.mcp.tool;

import dev.engine.domain.Limit;
import dev.engine.domain.Listed;
import dev.engine.domain.Page;
import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.mission.Mission;
import dev.engine.domain.mission.MissionPlan;
import dev.engine.domain.mission.Schedule;
import dev.engine.domain.mission.ScheduledMission;
import dev.engine.domain.mission.Slug;
import dev.engine.domain.mission.Timing;
import dev.engine.domain.worker.Primitive;
import dev.engine.mcp.input.Description;
import dev.engine.mcp.input.Length;
import dev.engine.services.Engine;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What runs on a schedule. */
final class MissionTools {

  private final Engine engine;
  private final HomeFolder home;

  MissionTools(Engine engine, HomeFolder home) {
    this.engine = engine;
    this.home = home;
  }

  List<Tool<?>> tools() {
    return List.of(
        Tool.of(
            "mission_schedule",
            "Have a background worker do something at certain times, from now on.",
            Effect.ADDS,
            Plan.class,
            ScheduledMissionJson.class,
            this::schedule),
        Tool.of(
            "mission_list",
            "List what runs on a schedule, and when it runs next.",
            Effect.READS,
            Front.class,
            ScheduledMissionsJson.class,
            this::list),
        Tool.of(
            "mission_run",
            "Run a mission once, now, outside of its schedule.",
            Effect.ADDS,
            Which.class,
            MissionJson.class,
            this::run));
  }

  record Plan(
      @Description("what it is called, such as nightly-review") Slug slug,
      @Description("in words; the slug if it is left out") @Length(max = 200) @Nullable String name,
      @Description("all that each worker must know") @Length(max = 100_000) String prompt,
      @Description("five cron fields, @daily or the like, every 15m, or once 2026-01-05T09:00")
          Schedule schedule,
      @Description("the IANA zone of the schedule; the person's if it is left out")
          @Nullable ZoneId timezone,
      @Description("research if it is left out") @Nullable Primitive primitive) {}

  record Front(@Nullable Limit limit) {}

  record Which(@Description("its slug or id") @Length(max = 64) String mission) {}

  private Answer<ScheduledMissionJson> schedule(Plan input, Calling calling) {
    ZoneId zone = input.timezone() == null ? engine.zone() : input.timezone();
    ScheduledMission added =
        engine
            .missions()
            .add(
                new MissionPlan(
                    input.slug(),
                    input.name() == null ? input.slug().value() : input.name(),
                    input.prompt(),
                    Objects.requireNonNullElse(input.primitive(), Primitive.RESEARCH),
                    Timing.of(input.schedule(), zone),
                    calling.conversation()));
    return new Answer<>(ScheduledMissionJson.of(added), "scheduled " + line(added));
  }

  private Answer<ScheduledMissionsJson> list(Front input, Calling calling) {
    Listed<ScheduledMission> found =
        engine
            .missions()
            .list(Page.first(Objects.requireNonNullElse(input.limit(), new Limit(50))));
    return new Answer<>(
        new ScheduledMissionsJson(
            found.items().stream().map(ScheduledMissionJson::of).toList(), found.next() != null),
        Said.list("missions", found.items(), found.next() != null, MissionTools::line));
  }

  private Answer<MissionJson> run(Which input, Calling calling) {
    ScheduledMission mission = engine.missions().show(input.mission());
    Mission run = engine.missions().runNow(mission.id(), home.outputs());
    return new Answer<>(
        MissionJson.of(run), "mission %s runs as %s".formatted(mission.plan().slug(), run.id()));
  }

  private static String line(ScheduledMission mission) {
    return "mission %s, %s in %s, next %s"
        .formatted(
            mission.plan().slug(),
            Said.quoted(mission.plan().schedule().text()),
            mission.plan().zone().getId(),
            mission.nextSlotAt() == null ? "never" : mission.nextSlotAt());
  }

  record ScheduledMissionsJson(List<ScheduledMissionJson> items, boolean more) {}

  /**
   * What runs on a schedule, on the wire.
   *
   * @param conversationId is told of each run that ends
   */
  record ScheduledMissionJson(
      String id,
      String slug,
      String name,
      String prompt,
      String primitive,
      String schedule,
      String timezone,
      @Nullable String conversationId,
      boolean enabled,
      @Nullable String nextSlotAt,
      @Nullable String lastSlotAt) {

    static ScheduledMissionJson of(ScheduledMission mission) {
      MissionPlan plan = mission.plan();
      return new ScheduledMissionJson(
          mission.id().value(),
          plan.slug().value(),
          plan.name(),
          plan.prompt(),
          plan.primitive().value(),
          plan.schedule().text(),
          plan.zone().getId(),
          Said.text(plan.owner()),
          mission.enabled(),
          Said.text(mission.nextSlotAt()),
          Said.text(mission.lastSlotAt()));
    }
  }

  /** One run of a mission on the wire. */
  record MissionJson(
      String id,
      String scheduledMissionId,
      String slotAt,
      String status,
      @Nullable String workerId) {

    static MissionJson of(Mission mission) {
      return new MissionJson(
          mission.id().value(),
          mission.slot().mission().value(),
          mission.slot().at().toString(),
          mission.status().wireName(),
          Said.text(mission.worker()));
    }
  }
}
