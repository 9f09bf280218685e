package dev.engine.domain.mission;

/** What became of a scheduled mission that was to be removed. */
public sealed interface Removal {

  /** It is gone with its slots; this is what it was. */
  record Removed(ScheduledMission mission) implements Removal {}

  /** There is no such scheduled mission. */
  record NoSuchMission(ScheduledMissionId id) implements Removal {}
}
