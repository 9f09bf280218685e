package dev.engine.app.simulation;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The slots of a schedule, by simple arithmetic: an hour in UTC is an hour.
 *
 * @param anchor one of them, or the only one
 * @param period null if there is only one
 */
record Series(Instant anchor, @Nullable Duration period) {

  /** The first after {@code moment}; null if there is none. */
  @Nullable Instant after(Instant moment) {
    if (period == null) {
      return anchor.isAfter(moment) ? anchor : null;
    }
    return anchor.plus(period.multipliedBy(number(moment) + 1));
  }

  /** The last that is not after {@code moment}; null if there is none. */
  @Nullable Instant latest(Instant moment) {
    if (period == null) {
      return anchor.isAfter(moment) ? null : anchor;
    }
    return anchor.plus(period.multipliedBy(number(moment)));
  }

  /** The first of {@code count} slots that end with {@code last}. */
  Instant first(Instant last, long count) {
    return period == null ? last : last.minus(period.multipliedBy(count - 1));
  }

  boolean has(Instant slot) {
    return slot.equals(latest(slot));
  }

  private long number(Instant moment) {
    Duration whole = period == null ? Duration.ofSeconds(1) : period;
    return Math.floorDiv(Duration.between(anchor, moment).toMillis(), whole.toMillis());
  }
}
