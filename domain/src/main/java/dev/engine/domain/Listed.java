package dev.engine.domain;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param items in the order of the list
 * @param next where the next page begins; null if this is the last one
 */
public record Listed<T>(List<T> items, @Nullable Cursor next) {

  /** Copies {@code items}. */
  public Listed {
    items = List.copyOf(items);
  }

  /** The same page of what {@code change} makes of each item. */
  public <R> Listed<R> map(Function<T, R> change) {
    return new Listed<>(items.stream().map(change).toList(), next);
  }
}
