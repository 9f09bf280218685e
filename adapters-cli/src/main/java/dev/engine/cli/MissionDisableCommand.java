package dev.engine.cli;

import dev.engine.domain.mission.ScheduledMission;
import dev.engine.services.MissionBook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "disable",
    description = "Stop a mission from running by itself. What runs goes on.",
    footer = {"", "Example: engine mission disable nightly"})
final class MissionDisableCommand implements Runnable {

  private final Context context;

  @Parameters(paramLabel = "SLUG", description = "Slug or id.")
  private String slugOrId;

  MissionDisableCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    MissionBook missions = context.engine().missions();
    ScheduledMission mission = missions.disable(missions.show(slugOrId).id());
    context.output().line(Missions.sentence(mission));
  }
}
