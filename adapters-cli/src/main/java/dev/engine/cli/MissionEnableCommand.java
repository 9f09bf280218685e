package dev.engine.cli;

import dev.engine.domain.mission.ScheduledMission;
import dev.engine.services.MissionBook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "enable",
    description = "Let a mission run by itself, from its next slot on.",
    footer = {"", "Example: engine mission enable nightly"})
final class MissionEnableCommand implements Runnable {

  private final Context context;

  @Parameters(paramLabel = "SLUG", description = "Slug or id.")
  private String slugOrId;

  MissionEnableCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    MissionBook missions = context.engine().missions();
    ScheduledMission mission = missions.enable(missions.show(slugOrId).id());
    context.output().line(Missions.sentence(mission));
  }
}
