package dev.engine.domain.testing;

import dev.engine.domain.ListOrder;
import dev.engine.domain.Listed;
import dev.engine.domain.Page;
import dev.engine.domain.TimePlace;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Pages of what is in memory. */
public final class InMemoryPages {

  private InMemoryPages() {}

  /**
   * The page of {@code all}.
   *
   * @param byPlace says what {@code order} stands for
   */
  public static <T, P> Listed<T> page(
      Stream<T> all, ListOrder<T, P> order, Comparator<? super P> byPlace, Page page) {
    Optional<P> start = order.start(page);
    return order.listed(
        all.filter(item -> start.isEmpty() || byPlace.compare(order.placeOf(item), start.get()) > 0)
            .sorted((one, other) -> byPlace.compare(order.placeOf(one), order.placeOf(other)))
            .limit(page.rowsToFind())
            .toList(),
        page);
  }

  /** The page of {@code all}, the newest first. */
  public static <T, I> Listed<T> newestFirst(
      Stream<T> all, ListOrder<T, TimePlace<I>> order, Page page) {
    Comparator<TimePlace<I>> oldestFirst =
        Comparator.<TimePlace<I>, Instant>comparing(TimePlace::at)
            .thenComparing(place -> place.id().toString());
    return page(all, order, oldestFirst.reversed(), page);
  }
}
