package dev.engine.http.json;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items in the order of the list
 * @param next the cursor of the next page; null on the last one
 */
public record PageJson<T>(List<T> items, @Nullable String next) {

  /** The whole of a list that has no further page. */
  public static <S, T> PageJson<T> of(List<S> items, Function<S, T> json) {
    return new PageJson<>(items.stream().map(json).toList(), null);
  }
}
