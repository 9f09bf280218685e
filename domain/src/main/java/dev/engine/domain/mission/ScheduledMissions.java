package dev.engine.domain.mission;

import dev.engine.domain.Limit;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What runs on a schedule.
 *
 * <p>Each method is one atomic step and safe against other processes on the same store. Any of them
 * may throw {@link StorageUnavailable}. {@code ScheduledMissionsContract} is this interface in
 * tests.
 */
public interface ScheduledMissions {

  /** Stores {@code plan}, enabled, unless its slug is taken. */
  Scheduling add(MissionPlan plan, Instant at);

  Optional<ScheduledMission> find(ScheduledMissionId id);

  Optional<ScheduledMission> find(Slug slug);

  /** Scheduled missions, enabled or not, by slug from a to z. */
  List<ScheduledMission> list(Limit limit);

  /** Lets {@code id} run by itself. */
  Switching enable(ScheduledMissionId id, Instant at);

  /** Stops {@code id} from running by itself; what is running goes on. */
  Switching disable(ScheduledMissionId id, Instant at);
}
