package dev.engine.services;

import dev.engine.domain.Limit;
import dev.engine.domain.Listed;
import dev.engine.domain.Page;
import dev.engine.domain.Storage;
import dev.engine.domain.error.EngineException.Conflict;
import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.error.EngineException.NotFound;
import dev.engine.domain.id.HexId;
import dev.engine.domain.mission.Amending;
import dev.engine.domain.mission.Amendment;
import dev.engine.domain.mission.Mission;
import dev.engine.domain.mission.MissionFilter;
import dev.engine.domain.mission.MissionId;
import dev.engine.domain.mission.MissionPlan;
import dev.engine.domain.mission.MissionRuns;
import dev.engine.domain.mission.Missions;
import dev.engine.domain.mission.Removal;
import dev.engine.domain.mission.Schedule;
import dev.engine.domain.mission.ScheduledMission;
import dev.engine.domain.mission.ScheduledMissionId;
import dev.engine.domain.mission.ScheduledMissions;
import dev.engine.domain.mission.Scheduling;
import dev.engine.domain.mission.Slug;
import dev.engine.domain.mission.Switching;
import dev.engine.domain.mission.Timetable;
import dev.engine.domain.mission.Wanting;
import dev.engine.services.calendar.SlotCalendar;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** What runs on a schedule, and what became of its slots. */
public final class MissionBook {

  /** Years have four digits in what is stored and shown. */
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

  private final ScheduledMissions scheduled;
  private final Missions missions;
  private final MissionRuns runs;
  private final SlotCalendar calendar;
  private final InstantSource clock;

  public MissionBook(Storage storage, SlotCalendar calendar, InstantSource clock) {
    this.scheduled = storage.scheduledMissions();
    this.missions = storage.missions();
    this.runs = storage.missionRuns();
    this.calendar = calendar;
    this.clock = clock;
  }

  /**
   * Schedules {@code plan}, enabled.
   *
   * @throws InvalidInput if its schedule cannot be read or never comes
   * @throws Conflict if its slug is taken
   */
  public ScheduledMission add(MissionPlan plan) {
    calendar.requireReadable(plan.schedule());
    return switch (scheduled.add(plan, calendar, clock.instant())) {
      case Scheduling.Scheduled added -> added.mission();
      case Scheduling.SlugTaken taken ->
          throw new Conflict(
              "slug %s is taken by mission %s".formatted(plan.slug(), taken.mission().id()));
      case Scheduling.NeverDue never -> throw neverDue(never.plan());
    };
  }

  /** Scheduled missions, enabled or not, by slug from a to z. */
  public Listed<ScheduledMission> list(Page page) {
    return scheduled.list(page);
  }

  /**
   * One scheduled mission. Where the text is the slug of one and the id of another, the slug wins:
   * it is what a person chose.
   *
   * @param slugOrId as a person types it
   * @throws InvalidInput if it has the shape of neither
   * @throws NotFound if there is no such mission
   */
  public ScheduledMission show(String slugOrId) {
    return scheduled
        .find(new Slug(slugOrId))
        .or(() -> byId(slugOrId))
        .orElseThrow(() -> new NotFound("mission", slugOrId));
  }

  /**
   * The next slots of {@code mission}, the first one first; of a disabled one those that it would
   * have if it were enabled now.
   *
   * @param limit how many at most; there may be fewer
   */
  public List<Instant> preview(ScheduledMission mission, Limit limit) {
    Instant now = clock.instant();
    ScheduledMission enabled = mission.enabledAt(calendar, now);
    Instant next = enabled.nextSlotAt();
    if (next == null) {
      return List.of();
    }
    MissionPlan plan = mission.plan();
    Timetable timetable = calendar.of(plan.schedule(), plan.zone(), next);
    return SlotCalendar.preview(timetable, next, limit.rows());
  }

  /**
   * The slots that a schedule would have from now on, the first one first.
   *
   * @param limit how many at most; there may be fewer
   * @throws InvalidInput if it cannot be read
   */
  public List<Instant> preview(Schedule schedule, ZoneId zone, Limit limit) {
    return preview(schedule, zone, clock.instant(), limit);
  }

  /** The same from {@code from} on, up to the last moment that a store can hold. */
  public List<Instant> preview(Schedule schedule, ZoneId zone, Instant from, Limit limit) {
    return calendar.preview(schedule, zone, from, limit.rows()).stream()
        .takeWhile(slot -> !slot.isAfter(LAST))
        .toList();
  }

  /**
   * Runs a mission once, now, outside its slots, enabled or not. It has a worker of its own, and
   * its history tells what comes of it.
   *
   * @param outputs the folder in which every worker has its own
   * @throws NotFound if there is no scheduled mission {@code id}
   */
  public Mission runNow(ScheduledMissionId id, Path outputs) {
    return switch (runs.runNow(id, outputs, clock.instant())) {
      case Wanting.Wanted wanted -> wanted.mission();
      case Wanting.NoSuchMission none -> throw new NotFound("mission", id);
    };
  }

  /** What {@code filter} lets through of the slots, the latest at the front. */
  public Listed<Mission> history(MissionFilter filter, Page page) {
    return missions.history(filter, page);
  }

  /**
   * One slot.
   *
   * @throws NotFound if there is no slot {@code id}
   */
  public Mission slot(MissionId id) {
    return missions.find(id).orElseThrow(() -> new NotFound("slot", id));
  }

  /**
   * Lets a mission run by itself, from the next slot on; one that does already is returned as it
   * is.
   *
   * @throws NotFound if there is no scheduled mission {@code id}
   */
  public ScheduledMission enable(ScheduledMissionId id) {
    return switched(id, scheduled.enable(id, calendar, clock.instant()));
  }

  /**
   * Stops a mission from running by itself; one that does not is returned as it is.
   *
   * @throws NotFound if there is no scheduled mission {@code id}
   */
  public ScheduledMission disable(ScheduledMissionId id) {
    return switched(id, scheduled.disable(id, clock.instant()));
  }

  /**
   * Changes what a mission does or when; what is running goes on as it was.
   *
   * @throws InvalidInput if the schedule cannot be read or never comes
   * @throws NotFound if there is no scheduled mission {@code id}
   */
  public ScheduledMission amend(ScheduledMissionId id, Amendment amendment) {
    if (amendment.schedule() != null) {
      calendar.requireReadable(amendment.schedule());
    }
    return switch (scheduled.amend(id, amendment, calendar, clock.instant())) {
      case Amending.Amended amended -> amended.mission();
      case Amending.NeverDue never -> throw neverDue(never.plan());
      case Amending.NoSuchMission none -> throw new NotFound("mission", id);
    };
  }

  /**
   * Removes a mission with all that is recorded of its slots, and returns what it was.
   *
   * @throws NotFound if there is no scheduled mission {@code id}
   */
  public ScheduledMission remove(ScheduledMissionId id) {
    return switch (scheduled.remove(id, clock.instant())) {
      case Removal.Removed removed -> removed.mission();
      case Removal.NoSuchMission none -> throw new NotFound("mission", id);
    };
  }

  private static InvalidInput neverDue(MissionPlan plan) {
    return new InvalidInput(
        "schedule", "one that comes some time after now", plan.schedule().text());
  }

  private Optional<ScheduledMission> byId(String text) {
    return HexId.isShapeOf(text) ? scheduled.find(new ScheduledMissionId(text)) : Optional.empty();
  }

  private static ScheduledMission switched(ScheduledMissionId id, Switching switching) {
    return switch (switching) {
      case Switching.SwitchedNow now -> now.mission();
      case Switching.SwitchedBefore before -> before.mission();
      case Switching.NoSuchMission none -> throw new NotFound("mission", id);
    };
  }
}
