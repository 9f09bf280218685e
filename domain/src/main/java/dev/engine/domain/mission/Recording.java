package dev.engine.domain.mission;

/** What became of a slot that was to be recorded. */
public sealed interface Recording {

  /** It is stored. */
  record Recorded(Mission mission) implements Recording {}

  /** The same slot was recorded before, as given here; nothing was changed. */
  record RecordedBefore(Mission mission) implements Recording {}

  /** There is no such scheduled mission. */
  record NoSuchMission(ScheduledMissionId id) implements Recording {}
}
