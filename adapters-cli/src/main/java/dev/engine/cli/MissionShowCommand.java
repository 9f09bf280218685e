package dev.engine.cli;

import dev.engine.domain.Listed;
import dev.engine.domain.TimeSpan;
import dev.engine.domain.mission.Mission;
import dev.engine.domain.mission.MissionFilter;
import dev.engine.domain.mission.MissionPlan;
import dev.engine.domain.mission.MissionPolicies;
import dev.engine.domain.mission.ScheduledMission;
import dev.engine.wire.MissionJson;
import dev.engine.wire.ScheduledMissionJson;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "show",
    description = "Show a scheduled mission and what became of its slots, the latest first.",
    footer = {"", "Example: engine mission show nightly-report --limit 10"})
final class MissionShowCommand implements Runnable {

  private final Context context;

  @Parameters(paramLabel = "SLUG", description = "Slug or id.")
  private String slugOrId;

  @Mixin private PageOptions pages;
  @Mixin private JsonOption json;

  MissionShowCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    ScheduledMission mission = context.engine().missions().show(slugOrId);
    Listed<Mission> history =
        context.engine().missions().history(MissionFilter.of(mission.id()), pages.page());
    json.print(
        context.output(),
        () ->
            new MissionHistoryJson(
                ScheduledMissionJson.of(mission),
                history.items().stream().map(MissionJson::of).toList()),
        () -> print(mission, history.items()));
    pages.more(context.output(), history);
  }

  private void print(ScheduledMission mission, List<Mission> history) {
    Output output = context.output();
    MissionPlan plan = mission.plan();
    output.line(Cell.of("mission %s: %s".formatted(plan.slug(), plan.name()), Tone.HEADING));
    output.field("id", mission.id());
    output.field("enabled", mission.enabled() ? "yes" : "no");
    output.field("schedule", plan.schedule().text());
    output.field("zone", plan.zone());
    output.field("next slot", mission.nextSlotAt());
    output.field("last slot", mission.lastSlotAt());
    output.field("primitive", plan.primitive());
    output.field("owner", plan.owner());
    print(plan.policies());
    output.field("added", mission.createdAt());
    output.field("changed", mission.updatedAt());
    plan.prompt().lines().forEach(line -> output.line("  " + line));
    output.emptyLine();
    output.table(Missions.table(history), "No slot has come yet.");
  }

  private void print(MissionPolicies policies) {
    Output output = context.output();
    String most = " at most, none later than " + new TimeSpan(policies.maxLateness());
    output.field(
        "missed slots",
        switch (policies.missedRun()) {
          case SKIP -> "are passed over";
          case ONCE -> "the newest runs, not later than " + new TimeSpan(policies.maxLateness());
          case ALL -> policies.maxCatchUp() + most;
        });
    output.field(
        "overlap",
        switch (policies.overlap()) {
          case SKIP -> "a slot is passed over while an earlier run goes on";
          case QUEUE -> "a slot waits while an earlier run goes on";
          case PARALLEL -> "a slot runs beside an earlier run";
        });
    output.field("timeout", policies.timeout() == null ? null : new TimeSpan(policies.timeout()));
  }

  /** A scheduled mission and its slots on the wire, the latest first. */
  record MissionHistoryJson(ScheduledMissionJson mission, List<MissionJson> history) {}
}
