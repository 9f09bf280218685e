package dev.engine.cli;

import dev.engine.domain.mission.ScheduledMission;
import dev.engine.services.MissionBook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "remove",
    description = "Remove a mission and all that is recorded of its slots. Their workers stay.",
    footer = {"", "Example: engine mission remove nightly"})
final class MissionRemoveCommand implements Runnable {

  private final Context context;

  @Parameters(paramLabel = "SLUG", description = "Slug or id.")
  private String slugOrId;

  MissionRemoveCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    MissionBook missions = context.engine().missions();
    ScheduledMission mission = missions.remove(missions.show(slugOrId).id());
    context.output().line("removed mission " + mission.plan().slug());
  }
}
