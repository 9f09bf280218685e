package dev.engine.domain;

import dev.engine.domain.error.EngineException.InvalidInput;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The order of one list, as far as its pages need it: where an item stands, and how a {@link
 * Cursor} says so. Pages follow places, not numbers: what is added or removed meanwhile shifts
 * nothing, and an item that keeps its place is on exactly one page.
 *
 * @param <T> an item of the list
 * @param <P> a place in its order; no two items share one
 */
public final class ListOrder<T, P> {

  private static final int LAST_YEAR = 9999;

  private final String list;
  private final Function<T, P> place;
  private final Function<P, List<String>> write;
  private final Function<List<String>, P> read;

  /**
   * @param list names the list in its cursors, such as {@code pings}
   * @param write says a place in words, always as many, most significant first
   * @param read the place that {@code write} said so; for other words, of any number, it may throw
   *     what parsing throws
   */
  public ListOrder(
      String list,
      Function<T, P> place,
      Function<P, List<String>> write,
      Function<List<String>, P> read) {
    this.list = list;
    this.place = place;
    this.write = write;
    this.read = read;
  }

  /**
   * The order by time, the latest at the front; of the same time, the greatest id.
   *
   * @param id whose text is the id
   * @param readId the id of a text
   */
  public static <T, I> ListOrder<T, TimePlace<I>> newestFirst(
      String list, Function<T, Instant> time, Function<T, I> id, Function<String, I> readId) {
    return new ListOrder<>(
        list,
        item -> new TimePlace<>(time.apply(item), id.apply(item)),
        place -> List.of(place.at().toString(), place.id().toString()),
        words -> new TimePlace<>(instant(words.getFirst()), readId.apply(words.getLast())));
  }

  /** Where {@code item} stands. */
  public P placeOf(T item) {
    return place.apply(item);
  }

  /**
   * The place that {@code page} begins behind; empty at the front.
   *
   * @throws InvalidInput if its cursor is not of this list
   */
  public Optional<P> start(Page page) {
    return Optional.ofNullable(page.after()).map(this::placeAt);
  }

  /**
   * The page of what was found for it.
   *
   * @param found in order from {@link #start}, at most {@link Page#rowsToFind}
   */
  public Listed<T> listed(List<T> found, Page page) {
    if (found.size() < page.rowsToFind()) {
      return new Listed<>(found, null);
    }
    List<T> shown = found.subList(0, page.limit().rows());
    return new Listed<>(shown, new Cursor(list, write.apply(placeOf(shown.getLast()))));
  }

  private P placeAt(Cursor cursor) {
    return Optional.of(cursor.place())
        .filter(words -> cursor.list().equals(list))
        .flatMap(this::understood)
        .orElseThrow(() -> new InvalidInput("cursor", "one of the " + list, cursor.toString()));
  }

  private Optional<P> understood(List<String> words) {
    try {
      return Optional.of(read.apply(words)).filter(found -> write.apply(found).equals(words));
    } catch (InvalidInput
        | DateTimeException
        | IllegalArgumentException
        | IndexOutOfBoundsException madeUp) {
      return Optional.empty();
    }
  }

  /** Of the years that a store can hold. */
  private static Instant instant(String text) {
    Instant instant = Instant.parse(text);
    int year = instant.atOffset(ZoneOffset.UTC).getYear();
    if (year < 0 || year > LAST_YEAR) {
      throw new DateTimeException(text);
    }
    return instant;
  }
}
