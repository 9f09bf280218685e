package dev.engine.cli;

import dev.engine.domain.mission.Amendment;
import dev.engine.domain.mission.Schedule;
import dev.engine.domain.mission.ScheduledMissionId;
import dev.engine.services.MissionBook;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "edit",
    description = "Change what a mission does or when. What is not named stays; what runs goes on.",
    footer = {"", "Example: engine mission edit nightly --schedule \"0 8 * * *\" --overlap queue"})
final class MissionEditCommand implements Runnable {

  private final Context context;

  @Parameters(paramLabel = "SLUG", description = "Slug or id.")
  private String slugOrId;

  @Option(names = "--name", description = "In words, at most 200 characters.")
  private @Nullable String name;

  @Option(names = "--prompt", description = "What its workers are told; - for what is piped in.")
  private @Nullable String prompt;

  @Option(
      names = "--schedule",
      description = "Five cron fields, @daily or the like, every 15m, or once 2026-01-05T09:00.")
  private @Nullable Schedule schedule;

  @Option(names = "--zone", description = "The IANA zone that it is read in.")
  private @Nullable ZoneId zone;

  @Mixin private PolicyOptions policies;

  MissionEditCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    MissionBook missions = context.engine().missions();
    ScheduledMissionId id = missions.show(slugOrId).id();
    String text = "-".equals(prompt) ? new TextSource(context).read("-") : prompt;
    Amendment amendment = new Amendment(name, text, schedule, zone, policies.amendment());
    context.output().line(Missions.sentence(missions.amend(id, amendment)));
  }
}
