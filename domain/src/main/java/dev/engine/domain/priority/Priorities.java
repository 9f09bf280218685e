package dev.engine.domain.priority;

import dev.engine.domain.Limit;
import dev.engine.domain.ListOrder;
import dev.engine.domain.Listed;
import dev.engine.domain.Page;
import dev.engine.domain.TimePlace;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The person's priorities. The open ones of a pool stand in one order, whoever moves them at once.
 *
 * <p>Each method is one atomic step and safe against other processes on the same store. Any of them
 * may throw {@link StorageUnavailable}. {@code PrioritiesContract} is this interface in tests.
 */
public interface Priorities {

  /** The order of {@link #list} of what is done. */
  ListOrder<Priority, TimePlace<PriorityId>> DONE_ORDER =
      ListOrder.newestFirst("done priorities", Priorities::doneAt, Priority::id, PriorityId::new);

  /** The order of {@link #list} of what is open. */
  ListOrder<Standing, Standing.Spot> OPEN_ORDER =
      new ListOrder<>(
          "open priorities",
          Standing::spot,
          spot -> List.of(spot.pool().name(), Long.toString(spot.position()), spot.id().value()),
          words ->
              new Standing.Spot(
                  new Pool(words.get(0)),
                  Long.parseLong(words.get(1)),
                  new PriorityId(words.get(2))));

  /** Adds a priority at the end of {@code pool}. */
  Priority add(PriorityText content, Level level, Pool pool, Instant at);

  Optional<Priority> find(PriorityId id);

  /** Completes {@code id} if it is open, and says which of the three cases it met. */
  Completion complete(PriorityId id, Instant at);

  /** Puts {@code id} back at the end of its pool if it is done. */
  Reopening reopen(PriorityId id, Instant at);

  /** Changes what {@code id} says, whether it is open or done; its place stays. */
  Amending amend(PriorityId id, Amendment amendment, Instant at);

  /** Gives {@code id} another place if it is open. Right before itself is where it stands. */
  Move move(PriorityId id, Place place, Instant at);

  /** Removes {@code id}, whether it is open or done. */
  Removal remove(PriorityId id, Instant at);

  /**
   * What {@code filter} lets through: open ones by the name of their pool and then as they stand in
   * it, done ones with the one completed last at the front. One that is moved while pages are read
   * may be on two of them or on none.
   */
  Listed<Priority> list(PriorityFilter filter, Page page);

  /** Every pool that ever had a priority, by name. */
  List<PoolSummary> pools(Limit limit);

  private static Instant doneAt(Priority priority) {
    return switch (priority.state()) {
      case Priority.State.Done done -> done.at();
      case Priority.State.Open open ->
          throw new IllegalArgumentException(priority.id() + " is open");
    };
  }
}
