package dev.engine.domain.mission;

import java.util.List;

/** What became of a mission that was to be moved on. */
public sealed interface Advancing {

  /**
   * It was.
   *
   * @param mission as it is now
   * @param runs what was decided, and the run that no longer waits; in the order of the decisions
   */
  record Advanced(ScheduledMission mission, List<Mission> runs) implements Advancing {
    public Advanced {
      runs = List.copyOf(runs);
    }
  }

  /** Nothing is due of it, or it is disabled; nothing was changed. */
  record NothingDue(ScheduledMission mission) implements Advancing {}

  /** There is no such scheduled mission. */
  record NoSuchMission(ScheduledMissionId id) implements Advancing {}
}
