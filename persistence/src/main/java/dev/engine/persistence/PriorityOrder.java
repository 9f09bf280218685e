package dev.engine.persistence;

import static dev.engine.persistence.db.Tables.PRIORITIES;

import dev.engine.domain.priority.Pool;
import dev.engine.domain.priority.Priority;
import dev.engine.domain.priority.PriorityId;
import dev.engine.domain.priority.Standing;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.OrderField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Positions for the open priorities of a pool: numbers with gaps, so that a move writes one row.
 * For use within one write, where nobody else moves anything.
 */
final class PriorityOrder {

  /** Pools by name, and each in its order. */
  static final List<OrderField<?>> BY_PLACE =
      List.of(PRIORITIES.POOL, PRIORITIES.POSITION, PRIORITIES.ID);

  /** Ten moves to one place halve this away; the next one spaces the pool anew. */
  private static final long GAP = 1_024;

  private final DSLContext db;

  PriorityOrder(DSLContext db) {
    this.db = db;
  }

  /** What stands behind {@code spot}. */
  static Condition isBehind(Standing.Spot spot) {
    return DSL.row(PRIORITIES.POOL, PRIORITIES.POSITION, PRIORITIES.ID)
        .gt(spot.pool(), spot.position(), spot.id());
  }

  /** A position before all of {@code pool}. */
  long start(Pool pool) {
    Long first =
        db.select(DSL.min(PRIORITIES.POSITION))
            .from(PRIORITIES)
            .where(isOpenIn(pool))
            .fetchOneInto(Long.class);
    return first == null ? 0 : first - GAP;
  }

  /** A position after all of {@code pool}. */
  long end(Pool pool) {
    Long last =
        db.select(DSL.max(PRIORITIES.POSITION))
            .from(PRIORITIES)
            .where(isOpenIn(pool))
            .fetchOneInto(Long.class);
    return last == null ? 0 : last + GAP;
  }

  /** A position for {@code moved} right before {@code other}, which is open in the same pool. */
  long before(Priority other, Priority moved) {
    long upper = position(other.id());
    Long lower = lastBefore(other, upper, moved);
    if (lower == null) {
      return upper - GAP;
    }
    if (upper - lower < 2) {
      space(other.pool());
      return position(other.id()) - GAP / 2;
    }
    return lower + (upper - lower) / 2;
  }

  private long position(PriorityId id) {
    return db.select(PRIORITIES.POSITION)
        .from(PRIORITIES)
        .where(PRIORITIES.ID.eq(id))
        .fetchSingle()
        .value1();
  }

  /** The position next below {@code upper}, where {@code other} stands; null if there is none. */
  private @Nullable Long lastBefore(Priority other, long upper, Priority moved) {
    return db.select(DSL.max(PRIORITIES.POSITION))
        .from(PRIORITIES)
        .where(isOpenIn(other.pool()))
        .and(PRIORITIES.ID.ne(moved.id()))
        .and(DSL.row(PRIORITIES.POSITION, PRIORITIES.ID).lt(upper, other.id()))
        .fetchOneInto(Long.class);
  }

  /** Gives all of {@code pool} room again, in the order in which they stand. */
  private void space(Pool pool) {
    List<PriorityId> inOrder =
        db.select(PRIORITIES.ID)
            .from(PRIORITIES)
            .where(isOpenIn(pool))
            .orderBy(BY_PLACE)
            .fetch(PRIORITIES.ID);
    long position = 0;
    for (PriorityId id : inOrder) {
      db.update(PRIORITIES)
          .set(PRIORITIES.POSITION, position)
          .where(PRIORITIES.ID.eq(id))
          .execute();
      position += GAP;
    }
  }

  private static Condition isOpenIn(Pool pool) {
    return PRIORITIES.POOL.eq(pool).and(PRIORITIES.COMPLETED_AT.isNull());
  }
}
