package dev.engine.domain.mission;

/** What became of a run that a person wanted. */
public sealed interface Wanting {

  /** It has a worker that waits for its turn. */
  record Wanted(Mission mission) implements Wanting {}

  /** There is no such scheduled mission. */
  record NoSuchMission(ScheduledMissionId id) implements Wanting {}
}
