package dev.engine.cli;

import dev.engine.domain.Listed;
import dev.engine.domain.mission.Mission;
import dev.engine.domain.mission.MissionFilter;
import dev.engine.domain.mission.MissionPlan;
import dev.engine.domain.mission.ScheduledMission;
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
    output.field("added", mission.createdAt());
    output.field("changed", mission.updatedAt());
    plan.prompt().lines().forEach(line -> output.line("  " + line));
    output.emptyLine();
    output.table(Missions.table(history), "No slot has come yet.");
  }

  /** A scheduled mission and its slots on the wire, the latest first. */
  record MissionHistoryJson(ScheduledMissionJson mission, List<MissionJson> history) {}
}
