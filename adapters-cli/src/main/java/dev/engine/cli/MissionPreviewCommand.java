package dev.engine.cli;

import dev.engine.domain.Limit;
import dev.engine.domain.mission.Schedule;
import dev.engine.domain.mission.ScheduledMission;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "preview",
    description = "Show when a mission runs next, or when a schedule would.",
    footer = {
      "",
      "Examples: engine mission preview nightly -n 3",
      "          engine mission preview --schedule \"30 2 * * *\" --zone Europe/Berlin"
    })
final class MissionPreviewCommand implements Runnable {

  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("EEE uuuu-MM-dd HH:mm:ss", Locale.ENGLISH);

  private final Context context;

  @ArgGroup(multiplicity = "1")
  private Subject subject;

  @Option(
      names = "--zone",
      description = "With --schedule, the IANA zone that it is read in (default: engine.toml's).")
  private @Nullable ZoneId zone;

  @Option(names = "-n", paramLabel = "N", description = "At most N slots (default 10).")
  private Limit count = new Limit(10);

  @Mixin private JsonOption json;

  MissionPreviewCommand(Context context) {
    this.context = context;
  }

  /** What is looked at. */
  static final class Subject {

    @Parameters(paramLabel = "SLUG", description = "Slug or id.")
    private @Nullable String slugOrId;

    @Option(names = "--schedule", required = true, description = "One that is no mission's.")
    private @Nullable Schedule schedule;
  }

  @Override
  public void run() {
    if (subject.schedule == null) {
      ScheduledMission mission = context.engine().missions().show(String.valueOf(subject.slugOrId));
      show(context.engine().missions().preview(mission, count), mission.plan().zone());
    } else {
      ZoneId read = zone == null ? context.engine().zone() : zone;
      show(context.engine().missions().preview(subject.schedule, read, count), read);
    }
  }

  private void show(List<Instant> slots, ZoneId in) {
    Output output = context.output();
    json.print(
        output,
        () -> slots.stream().map(Instant::toString).toList(),
        () -> output.table(table(slots, in, output), "No slot comes any more."));
  }

  private static Table table(List<Instant> slots, ZoneId zone, Output output) {
    Table table = new Table("SLOT", "IN", "AT " + zone);
    for (Instant slot : slots) {
      ZonedDateTime local = slot.atZone(zone);
      table.row(
          Cell.of(slot, Tone.ACCENT),
          Cell.of(Ago.of(output.now(), slot), Tone.MUTED),
          Cell.of("%s %s".formatted(LOCAL.format(local), local.getOffset())));
    }
    return table;
  }
}
