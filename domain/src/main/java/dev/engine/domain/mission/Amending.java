package dev.engine.domain.mission;

/** What became of a request to change a scheduled mission. */
public sealed interface Amending {

  /** It is so now. */
  record Amended(ScheduledMission mission) implements Amending {}

  /** There is no such scheduled mission. */
  record NoSuchMission(ScheduledMissionId id) implements Amending {}

  /** So it would never run; nothing was changed. */
  record NeverDue(MissionPlan plan) implements Amending {}
}
