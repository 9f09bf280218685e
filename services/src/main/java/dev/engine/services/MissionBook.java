package dev.engine.services;

import dev.engine.domain.Listed;
import dev.engine.domain.Page;
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
import dev.engine.domain.mission.Missions;
import dev.engine.domain.mission.Removal;
import dev.engine.domain.mission.ScheduledMission;
import dev.engine.domain.mission.ScheduledMissionId;
import dev.engine.domain.mission.ScheduledMissions;
import dev.engine.domain.mission.Scheduling;
import dev.engine.domain.mission.Slug;
import dev.engine.domain.mission.Switching;
import java.time.InstantSource;
import java.util.Optional;

/** What runs on a schedule, and what became of its slots. */
public final class MissionBook {

  private final ScheduledMissions scheduled;
  private final Missions missions;
  private final InstantSource clock;

  public MissionBook(ScheduledMissions scheduled, Missions missions, InstantSource clock) {
    this.scheduled = scheduled;
    this.missions = missions;
    this.clock = clock;
  }

  /**
   * Schedules {@code plan}, enabled.
   *
   * @throws Conflict if its slug is taken
   */
  public ScheduledMission add(MissionPlan plan) {
    return switch (scheduled.add(plan, clock.instant())) {
      case Scheduling.Scheduled added -> added.mission();
      case Scheduling.SlugTaken taken ->
          throw new Conflict(
              "slug %s is taken by mission %s".formatted(plan.slug(), taken.mission().id()));
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
   * Lets a mission run by itself; one that does already is returned as it is.
   *
   * @throws NotFound if there is no scheduled mission {@code id}
   */
  public ScheduledMission enable(ScheduledMissionId id) {
    return switched(id, scheduled.enable(id, clock.instant()));
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
   * @throws InvalidInput if a text is blank or too long
   * @throws NotFound if there is no scheduled mission {@code id}
   */
  public ScheduledMission amend(ScheduledMissionId id, Amendment amendment) {
    return switch (scheduled.amend(id, amendment, clock.instant())) {
      case Amending.Amended amended -> amended.mission();
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
