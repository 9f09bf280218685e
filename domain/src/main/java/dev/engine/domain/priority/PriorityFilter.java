package dev.engine.domain.priority;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which priorities a list is about.
 *
 * @param pool null for any
 */
public record PriorityFilter(@Nullable Pool pool, Which which) {

  /** Which of a pool's priorities. */
  public sealed interface Which {

    /** What there is to do. */
    record Open() implements Which {}

    /** What there still is to do of what was written down before {@code instant}. */
    record CarriedOver(Instant instant) implements Which {}

    /** What was completed at {@code instant} or later. */
    record DoneSince(Instant instant) implements Which {}
  }

  /** What there is to do in {@code pool}; null for any. */
  public static PriorityFilter open(@Nullable Pool pool) {
    return new PriorityFilter(pool, new Which.Open());
  }
}
