package dev.engine.services.calendar;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Some days of the calendar, in no zone. */
@FunctionalInterface
interface LocalDays {

  /**
   * As far back as anything can have been missed, and longer than any two of the same are apart.
   */
  int LONGEST_WAIT_DAYS = 1 << 14;

  /** The first of them that is not earlier than {@code day}; null if none comes. */
  @Nullable LocalDate from(LocalDate day);

  /**
   * The last of them that is not later than {@code day}; null if there is none within the last 44
   * years. It asks twice as far back each time, then goes forward: the library is only sound in
   * that direction.
   */
  default @Nullable LocalDate upTo(LocalDate day) {
    for (int back = 0; back <= LONGEST_WAIT_DAYS; back = Math.max(1, 2 * back)) {
      LocalDate found = from(day.minusDays(back));
      if (found != null && !found.isAfter(day)) {
        return lastUpTo(day, found);
      }
    }
    return null;
  }

  private LocalDate lastUpTo(LocalDate day, LocalDate found) {
    LocalDate last = found;
    LocalDate next = from(last.plusDays(1));
    while (next != null && !next.isAfter(day)) {
      last = next;
      next = from(last.plusDays(1));
    }
    return last;
  }

  /** Days that are of these or of {@code others}. */
  default LocalDays or(LocalDays others) {
    return day -> {
      LocalDate mine = from(day);
      LocalDate other = others.from(day);
      if (mine == null || other == null) {
        return mine == null ? other : mine;
      }
      return mine.isBefore(other) ? mine : other;
    };
  }

  /** Days that are both of these and of {@code others}. */
  default LocalDays and(LocalDays others) {
    return day -> {
      LocalDate candidate = day;
      LocalDate limit = day.plusDays(LONGEST_WAIT_DAYS);
      while (candidate != null && candidate.isBefore(limit)) {
        LocalDate mine = from(candidate);
        LocalDate both = mine == null ? null : others.from(mine);
        if (both == null || both.equals(mine)) {
          return both;
        }
        candidate = both;
      }
      return null;
    };
  }
}
