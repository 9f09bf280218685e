package dev.engine.domain.mission;

/** What became of a plan that was to be scheduled. */
public sealed interface Scheduling {

  /** It is stored and enabled. */
  record Scheduled(ScheduledMission mission) implements Scheduling {}

  /** Another scheduled mission, given here, has its slug; nothing was changed. */
  record SlugTaken(ScheduledMission mission) implements Scheduling {}

  /** It would never run; nothing was changed. */
  record NeverDue(MissionPlan plan) implements Scheduling {}
}
