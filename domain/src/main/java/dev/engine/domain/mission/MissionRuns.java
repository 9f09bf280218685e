package dev.engine.domain.mission;

import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * The running of what is scheduled.
 *
 * <p>Each method is one atomic step and safe against other processes on the same store. Any of them
 * may throw {@link StorageUnavailable}. {@code MissionRunsContract} is this interface in tests.
 */
public interface MissionRuns {

  /** Why a run that waited is passed over when its mission is disabled. */
  String DISABLED = "the mission was disabled while it waited";

  /** What there is to do at {@code now}, and when there will be more. */
  Agenda agenda(Instant now);

  /**
   * The missions that run by themselves and have no next slot: it is not worked out, or none comes.
   * By id. As {@link #agenda}, it tells also of a mission that cannot be read, for whoever moves
   * that on to find out.
   */
  List<ScheduledMissionId> unplanned();

  /**
   * Moves a mission on to {@code now}: starts the run that has waited longest if none goes on any
   * more, decides what becomes of the slots that have come, and works out the next one where that
   * is not done. What is to run has a worker that waits for its turn; slots that are passed over
   * for the same reason as those before them are added to their row. However many call this, and
   * wherever the clock goes, each slot is decided on once.
   *
   * @param outputs the folder in which every worker has its own
   */
  Advancing advance(ScheduledMissionId mission, Timetables timetables, Path outputs, Instant now);

  /**
   * Runs {@code mission} once, outside its slots, enabled or not, whatever goes on.
   *
   * @param outputs the folder in which every worker has its own
   */
  Wanting runNow(ScheduledMissionId mission, Path outputs, Instant at);
}
