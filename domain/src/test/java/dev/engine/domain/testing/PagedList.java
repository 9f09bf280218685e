package dev.engine.domain.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.engine.domain.Cursor;
import dev.engine.domain.Limit;
import dev.engine.domain.Listed;
import dev.engine.domain.Page;
import dev.engine.domain.error.EngineException.InvalidInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What every list promises of its pages, as assertions on one that holds three items or more. */
public interface PagedList<T> {

  /** As the port gives it. */
  Listed<T> page(Page page);

  /** However long the pages are, together they are the list, and the last one says that it is. */
  default void isTheSameInPagesOfAnyLength() {
    List<T> whole = whole();
    assertThat(whole).hasSizeGreaterThan(2).doesNotHaveDuplicates();

    for (int rows = 1; rows <= whole.size() + 1; rows++) {
      List<Listed<T>> pages = from(Page.first(new Limit(rows)));

      assertThat(pages.stream().flatMap(page -> page.items().stream())).isEqualTo(whole);
      assertThat(pages).hasSize(Math.ceilDiv(whole.size(), rows));
    }
  }

  /**
   * What {@code change} adds before the second item, or takes from the first two, shifts nothing
   * behind them.
   */
  default void isNotShiftedBy(Runnable change) {
    List<T> whole = whole();
    Page two = Page.first(new Limit(2));
    Cursor next = Objects.requireNonNull(page(two).next());

    change.run();

    assertThat(from(two.after(next)).stream().flatMap(page -> page.items().stream()))
        .isEqualTo(whole.subList(2, whole.size()));
    assertThat(whole()).isNotEqualTo(whole);
  }

  /** A cursor that this list cannot have given is the caller's mistake. */
  default void takesNoOtherCursor() {
    Cursor ours = Objects.requireNonNull(page(Page.first(new Limit(1))).next());
    List<String> longer = Stream.concat(ours.place().stream(), Stream.of("x")).toList();

    for (Cursor other :
        List.of(new Cursor("others", ours.place()), new Cursor(ours.list(), longer))) {
      assertThatExceptionOfType(InvalidInput.class)
          .isThrownBy(() -> page(Page.FIRST.after(other)))
          .withMessageContaining("cursor must be one of the " + ours.list());
    }
  }

  private List<T> whole() {
    Listed<T> whole = page(Page.first(new Limit(1_000)));
    assertThat(whole.next()).isNull();
    return whole.items();
  }

  private List<Listed<T>> from(Page first) {
    List<Listed<T>> pages = new ArrayList<>();
    Listed<T> last = page(first);
    pages.add(last);
    while (last.next() != null) {
      last = page(first.after(last.next()));
      pages.add(last);
    }
    return pages;
  }
}
