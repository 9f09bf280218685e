package dev.engine.domain.mission;

import dev.engine.domain.Limit;
import dev.engine.domain.ListOrder;
import dev.engine.domain.Listed;
import dev.engine.domain.Page;
import dev.engine.domain.TimePlace;
import dev.engine.domain.error.EngineException.Conflict;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.domain.worker.WorkerId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of the slots of every scheduled mission, each of which exists once.
 *
 * <p>Each method is one atomic step and safe against other processes on the same store. Any of them
 * may throw {@link StorageUnavailable}. {@code MissionsContract} is this interface in tests.
 */
public interface Missions {

  /** The order of {@link #history}. */
  ListOrder<Mission, TimePlace<MissionId>> ORDER =
      ListOrder.newestFirst(
          "missions", mission -> mission.slot().at(), Mission::id, MissionId::new);

  /**
   * Stores {@code slot} and what became of it so far, unless the slot is stored.
   *
   * @param worker who does its work; null if nobody does
   * @param at when it is recorded
   * @throws Conflict if {@code worker} is not stored
   */
  Recording record(Slot slot, @Nullable WorkerId worker, Mission.State state, Instant at);

  Optional<Mission> find(MissionId id);

  /** The run whose work {@code worker} does; empty if somebody else handed it over. */
  Optional<Mission> by(WorkerId worker);

  /** What {@code filter} lets through, the latest slot at the front. */
  Listed<Mission> history(MissionFilter filter, Page page);

  /**
   * What fails now: of each enabled mission the latest slot that ran to its end, if it failed. The
   * latest slot is at the front.
   */
  List<Mission> failing(Limit limit);
}
