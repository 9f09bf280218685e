package dev.engine.cli;

import dev.engine.domain.Listed;
import dev.engine.domain.mission.ScheduledMission;
import dev.engine.wire.ScheduledMissionJson;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "list",
    description = "List scheduled missions, by slug from a to z.",
    footer = {"", "Examples: engine mission list", "          engine mission list --json"})
final class MissionListCommand implements Runnable {

  private final Context context;

  @Mixin private PageOptions pages;
  @Mixin private JsonOption json;

  MissionListCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    Listed<ScheduledMission> missions = context.engine().missions().list(pages.page());
    Output output = context.output();
    json.print(
        output,
        () -> missions.items().stream().map(ScheduledMissionJson::of).toList(),
        () -> output.table(table(missions.items(), output), "No missions."));
    pages.more(output, missions);
  }

  private static Table table(List<ScheduledMission> missions, Output output) {
    Table table = new Table("MISSION", "SLUG", "SCHEDULE", "ZONE", "NEXT", "LAST", "NAME");
    for (ScheduledMission mission : missions) {
      table.row(
          Cell.of(mission.id(), Tone.ACCENT),
          Cell.of(mission.plan().slug()),
          Cell.of(mission.plan().schedule().text()),
          Cell.of(mission.plan().zone()),
          mission.enabled() ? slot(mission.nextSlotAt(), output) : Cell.of("disabled", Tone.WARN),
          slot(mission.lastSlotAt(), output),
          Cell.of(mission.plan().name()));
    }
    return table;
  }

  private static Cell slot(@Nullable Instant at, Output output) {
    return at == null ? Cell.of("-", Tone.MUTED) : output.ago(at);
  }
}
