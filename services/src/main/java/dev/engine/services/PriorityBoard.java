package dev.engine.services;

import dev.engine.domain.Limit;
import dev.engine.domain.Listed;
import dev.engine.domain.Page;
import dev.engine.domain.error.EngineException.Conflict;
import dev.engine.domain.error.EngineException.NotFound;
import dev.engine.domain.priority.Amending;
import dev.engine.domain.priority.Amendment;
import dev.engine.domain.priority.Completion;
import dev.engine.domain.priority.Level;
import dev.engine.domain.priority.Move;
import dev.engine.domain.priority.Place;
import dev.engine.domain.priority.Pool;
import dev.engine.domain.priority.PoolSummary;
import dev.engine.domain.priority.Priorities;
import dev.engine.domain.priority.Priority;
import dev.engine.domain.priority.PriorityFilter;
import dev.engine.domain.priority.PriorityId;
import dev.engine.domain.priority.PriorityText;
import dev.engine.domain.priority.Removal;
import dev.engine.domain.priority.Reopening;
import java.time.InstantSource;
import java.util.List;

/** What matters to the person, and in which order. */
public final class PriorityBoard {

  private final Priorities priorities;
  private final InstantSource clock;

  public PriorityBoard(Priorities priorities, InstantSource clock) {
    this.priorities = priorities;
    this.clock = clock;
  }

  /** Adds a priority at the end of {@code pool}. */
  public Priority add(PriorityText content, Level level, Pool pool) {
    return priorities.add(content, level, pool, clock.instant());
  }

  /**
   * What {@code filter} lets through: open ones by the name of their pool and then as they stand in
   * it, done ones with the one completed last at the front.
   */
  public Listed<Priority> list(PriorityFilter filter, Page page) {
    return priorities.list(filter, page);
  }

  /** Every pool that ever had a priority, by name. */
  public List<PoolSummary> pools(Limit limit) {
    return priorities.pools(limit);
  }

  /**
   * One priority.
   *
   * @throws NotFound if there is no priority {@code id}
   */
  public Priority show(PriorityId id) {
    return priorities.find(id).orElseThrow(() -> new NotFound("priority", id));
  }

  /**
   * Completes a priority. Asking twice is harmless: the first time stands.
   *
   * @throws NotFound if there is no priority {@code id}
   */
  public Priority complete(PriorityId id) {
    return switch (priorities.complete(id, clock.instant())) {
      case Completion.CompletedNow now -> now.priority();
      case Completion.CompletedBefore before -> before.priority();
      case Completion.NoSuchPriority none -> throw new NotFound("priority", id);
    };
  }

  /**
   * Puts a priority that is done back at the end of its pool; one that is open stays where it is.
   *
   * @throws NotFound if there is no priority {@code id}
   */
  public Priority reopen(PriorityId id) {
    return switch (priorities.reopen(id, clock.instant())) {
      case Reopening.Reopened reopened -> reopened.priority();
      case Reopening.NotDone open -> open.priority();
      case Reopening.NoSuchPriority none -> throw new NotFound("priority", id);
    };
  }

  /**
   * Changes what a priority says, whether it is open or done.
   *
   * @throws NotFound if there is no priority {@code id}
   */
  public Priority amend(PriorityId id, Amendment amendment) {
    return switch (priorities.amend(id, amendment, clock.instant())) {
      case Amending.Amended amended -> amended.priority();
      case Amending.NoSuchPriority none -> throw new NotFound("priority", id);
    };
  }

  /**
   * Removes a priority, whether it is open or done, and returns what it was.
   *
   * @throws NotFound if there is no priority {@code id}
   */
  public Priority remove(PriorityId id) {
    return switch (priorities.remove(id, clock.instant())) {
      case Removal.Removed removed -> removed.priority();
      case Removal.NoSuchPriority none -> throw new NotFound("priority", id);
    };
  }

  /**
   * Gives a priority another place.
   *
   * @throws NotFound if there is no priority {@code id}
   * @throws Conflict if it is done, or is to stand before one that is not open in its pool
   */
  public Priority move(PriorityId id, Place place) {
    return switch (priorities.move(id, place, clock.instant())) {
      case Move.Moved moved -> moved.priority();
      case Move.AlreadyDone done ->
          throw new Conflict("priority %s is done and has no place: reopen it first".formatted(id));
      case Move.NoSuchPlace nowhere ->
          throw new Conflict(
              "priority %s is not open in pool %s, where %s is"
                  .formatted(nowhere.other(), nowhere.priority().pool(), id));
      case Move.NoSuchPriority none -> throw new NotFound("priority", id);
    };
  }
}
