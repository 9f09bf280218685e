package dev.engine.persistence;

import dev.engine.domain.ListOrder;
import dev.engine.domain.Page;
import dev.engine.domain.TimePlace;
import dev.engine.domain.error.EngineException.InvalidInput;
import java.time.Instant;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * Where pages of lists begin, as conditions. They compare rows of values, which SQLite looks up in
 * an index; the same said with OR it does not. To be made before a transaction begins: a cursor
 * that is not understood is the caller's mistake, no damaged row.
 */
final class ListPages {

  private ListPages() {}

  /**
   * What {@code page} of a list that has the newest first may show.
   *
   * @throws InvalidInput if its cursor is of another list
   */
  static <I> Condition newestFirst(
      ListOrder<?, TimePlace<I>> order, Page page, Field<Instant> time, Field<I> id) {
    return order
        .start(page)
        .map(place -> DSL.row(time, id).lt(place.at(), place.id()))
        .orElseGet(DSL::noCondition);
  }
}
