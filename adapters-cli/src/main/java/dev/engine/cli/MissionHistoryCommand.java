package dev.engine.cli;

import dev.engine.domain.Limit;
import dev.engine.domain.Listed;
import dev.engine.domain.Page;
import dev.engine.domain.mission.Mission;
import dev.engine.domain.mission.MissionFilter;
import dev.engine.domain.mission.MissionStatus;
import dev.engine.domain.mission.ScheduledMission;
import dev.engine.services.MissionBook;
import dev.engine.wire.MissionJson;
import java.time.YearMonth;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "history",
    description = "Show what became of slots and why, the latest first; or a month of them.",
    footer = {
      "",
      "Examples: engine mission history nightly --status failed",
      "          engine mission history nightly --calendar --month 2026-01"
    })
final class MissionHistoryCommand implements Runnable {

  private static final Limit PORTION = new Limit(1_000);

  private final Context context;

  @Parameters(paramLabel = "SLUG", description = "Slug or id.")
  private String slugOrId;

  @Option(names = "--status", description = "Only of this status: ${COMPLETION-CANDIDATES}.")
  private @Nullable MissionStatus status;

  @Option(names = "--calendar", description = "A month at a glance, in the zone of the mission.")
  private boolean isCalendar;

  @Option(
      names = "--month",
      paramLabel = "YYYY-MM",
      description = "With --calendar, which one (default: this one).")
  private @Nullable YearMonth month;

  @Mixin private PageOptions pages;
  @Mixin private JsonOption json;

  MissionHistoryCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    MissionBook missions = context.engine().missions();
    ScheduledMission mission = missions.show(slugOrId);
    MissionFilter filter = new MissionFilter(mission.id(), status);
    if (isCalendar) {
      showMonth(missions, mission, filter);
    } else {
      list(missions, filter);
    }
  }

  private void list(MissionBook missions, MissionFilter filter) {
    Listed<Mission> history = missions.history(filter, pages.page());
    Output output = context.output();
    json.print(
        output,
        () -> history.items().stream().map(MissionJson::of).toList(),
        () -> output.table(Missions.table(history.items()), "No slot has come yet."));
    pages.more(output, history);
  }

  private void showMonth(MissionBook missions, ScheduledMission mission, MissionFilter filter) {
    ZoneId zone = mission.plan().zone();
    YearMonth shown = month == null ? YearMonth.from(context.now().atZone(zone)) : month;
    MonthOfSlots slots = new MonthOfSlots(shown, zone);
    if (mission.enabled() && status == null) {
      missions.preview(mission, PORTION).forEach(slots::addPlanned);
    }
    addHistory(missions, filter, slots);
    json.print(
        context.output(),
        slots::json,
        () -> {
          Output output = context.output();
          String title = "mission %s, %s, %s".formatted(mission.plan().slug(), shown, zone);
          output.line(Cell.of(title, Tone.HEADING));
          slots.lines(output.terminal().columns()).forEach(output::line);
        });
  }

  /** Page by page from the latest slot on, until all of the month are there. */
  private static void addHistory(MissionBook missions, MissionFilter filter, MonthOfSlots slots) {
    Page page = Page.first(PORTION);
    while (page != null) {
      Listed<Mission> portion = missions.history(filter, page);
      portion.items().forEach(slots::add);
      boolean isEnough =
          portion.next() == null || portion.items().getLast().slot().at().isBefore(slots.start());
      page = isEnough ? null : new Page(PORTION, portion.next());
    }
  }
}
