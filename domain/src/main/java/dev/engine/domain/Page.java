package dev.engine.domain;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for.
 *
 * @param after {@link Listed#next} of the page before; null for the first page
 */
public record Page(Limit limit, @Nullable Cursor after) {

  /** What a list shows when nobody says otherwise. */
  public static final Page FIRST = first(Limit.DEFAULT);

  /** The front of a list. */
  public static Page first(Limit limit) {
    return new Page(limit, null);
  }

  /** As much again, from behind {@code cursor}. */
  public Page after(Cursor cursor) {
    return new Page(limit, cursor);
  }

  /** One more than it shows: the one beyond tells that there is another page. */
  public int rowsToFind() {
    return limit.rows() + 1;
  }
}
