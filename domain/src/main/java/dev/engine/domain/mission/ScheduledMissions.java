package dev.engine.domain.mission;

import dev.engine.domain.ListOrder;
import dev.engine.domain.Listed;
import dev.engine.domain.Page;
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

  /** The order of {@link #list}. */
  ListOrder<ScheduledMission, Slug> ORDER =
      new ListOrder<>(
          "scheduled missions",
          mission -> mission.plan().slug(),
          slug -> List.of(slug.value()),
          words -> new Slug(words.getFirst()));

  /** Stores {@code plan}, enabled, with its next slot, unless its slug is taken or none comes. */
  Scheduling add(MissionPlan plan, Timetables timetables, Instant at);

  Optional<ScheduledMission> find(ScheduledMissionId id);

  Optional<ScheduledMission> find(Slug slug);

  /** Scheduled missions, enabled or not, by slug from a to z. */
  Listed<ScheduledMission> list(Page page);

  /** Lets {@code id} run by itself, from the first slot after {@code at} on. */
  Switching enable(ScheduledMissionId id, Timetables timetables, Instant at);

  /**
   * Stops {@code id} from running by itself; what is running goes on, and what waits for that to
   * end is passed over.
   */
  Switching disable(ScheduledMissionId id, Instant at);

  /**
   * Changes what {@code id} does or when, enabled or not; what is running goes on as it was. What
   * {@code amendment} leaves out stays as it is by then, so two changes of different parts both
   * hold. Where its slots move, the next one is worked out anew, and must come.
   */
  Amending amend(ScheduledMissionId id, Amendment amendment, Timetables timetables, Instant at);

  /** Removes {@code id} and all that is recorded of its slots; their workers stay. */
  Removal remove(ScheduledMissionId id, Instant at);
}
