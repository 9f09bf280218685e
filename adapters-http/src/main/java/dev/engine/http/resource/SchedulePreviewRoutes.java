package dev.engine.http.resource;

import dev.engine.domain.Limit;
import dev.engine.domain.mission.Schedule;
import dev.engine.http.api.Call;
import dev.engine.http.api.Operation;
import dev.engine.services.MissionBook;
import dev.engine.wire.Description;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/scheduled-missions/preview}: when a mission would run that is not stored yet. */
final class SchedulePreviewRoutes implements Routes {

  private static final int USUAL_COUNT = 5;

  private final MissionBook missions;

  SchedulePreviewRoutes(MissionBook missions) {
    this.missions = missions;
  }

  @Override
  public List<Operation> operations() {
    return List.of(
        Operation.post(
                "/api/v1/scheduled-missions/preview",
                "previewSchedule",
                "When a schedule would come in a zone; nothing is stored, and a schedule that"
                    + " cannot be read is refused.")
            .takes(PreviewScheduleRequest.class)
            .answers(SchedulePreviewJson.class, this::preview));
  }

  private SchedulePreviewJson preview(Call call, PreviewScheduleRequest request) {
    Limit limit = new Limit(request.n() == null ? USUAL_COUNT : request.n());
    ZoneId zone = request.timezone();
    List<Instant> slots =
        request.from() == null
            ? missions.preview(request.schedule(), zone, limit)
            : missions.preview(request.schedule(), zone, request.from(), limit);
    return new SchedulePreviewJson(slots.stream().map(slot -> SlotJson.of(slot, zone)).toList());
  }

  record PreviewScheduleRequest(
      @Description("five cron fields, @daily or the like, every 15m, or once 2026-01-05T09:00")
          Schedule schedule,
      @Description("the IANA zone that the schedule is read in") ZoneId timezone,
      @Description("how many slots at most, 1 to 1,000; 5 if it is left out") @Nullable Integer n,
      @Description("slots before it do not count; now if it is left out") @Nullable Instant from) {}

  /** The slots of a schedule on the wire. */
  record SchedulePreviewJson(
      @Description("the first one first; empty if the schedule never comes")
          List<SlotJson> slots) {}

  /** A slot of a schedule on the wire. */
  record SlotJson(
      Instant at,
      @Description("what the clock in the zone shows then, such as 2026-01-05T09:00:00")
          String local,
      @Description("from UTC, such as +01:00") String offset) {

    private static final DateTimeFormatter CLOCK =
        DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("xxx", Locale.ROOT);

    static SlotJson of(Instant slot, ZoneId zone) {
      ZonedDateTime local = slot.atZone(zone);
      return new SlotJson(slot, CLOCK.format(local), OFFSET.format(local));
    }
  }
}
