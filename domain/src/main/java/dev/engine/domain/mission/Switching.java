package dev.engine.domain.mission;

/** What became of a request to enable or disable a scheduled mission. */
public sealed interface Switching {

  /** This request enabled or disabled it. */
  record SwitchedNow(ScheduledMission mission) implements Switching {}

  /** It was so already; nothing was changed. */
  record SwitchedBefore(ScheduledMission mission) implements Switching {}

  /** There is no such scheduled mission. */
  record NoSuchMission(ScheduledMissionId id) implements Switching {}
}
