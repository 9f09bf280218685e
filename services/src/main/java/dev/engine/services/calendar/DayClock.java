package dev.engine.services.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * What the clock of a zone shows around one local day: stretches between which it is changed, the
 * earliest first. Instants and local times are in seconds since 1970.
 */
record DayClock(List<Stretch> stretches) {

  /** No clock is farther from UTC, so that a local day lies within this of the same day there. */
  private static final Duration FARTHEST = Duration.ofHours(18);

  /**
   * A time in which the clock is not changed.
   *
   * @param from its first instant
   * @param until the first instant after it
   * @param offset what the clock is ahead of UTC by, in seconds
   */
  private record Stretch(long from, long until, int offset) {

    /** When it shows {@code local}, or would if it began earlier or went on. */
    long instant(long local) {
      return local - offset;
    }
  }

  static DayClock of(ZoneRules rules, LocalDate day) {
    Instant end = day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC).plus(FARTHEST);
    Instant from = day.atStartOfDay().toInstant(ZoneOffset.UTC).minus(FARTHEST);
    List<Stretch> stretches = new ArrayList<>();
    int offset = rules.getOffset(from).getTotalSeconds();
    ZoneOffsetTransition change = rules.nextTransition(from);
    while (change != null && !change.getInstant().isAfter(end)) {
      stretches.add(new Stretch(from.getEpochSecond(), change.toEpochSecond(), offset));
      from = change.getInstant();
      offset = change.getOffsetAfter().getTotalSeconds();
      change = rules.nextTransition(from);
    }
    stretches.add(new Stretch(from.getEpochSecond(), Long.MAX_VALUE, offset));
    return new DayClock(List.copyOf(stretches));
  }

  /** Whether it is not changed at all. */
  boolean isSteady() {
    return stretches.size() == 1;
  }

  /**
   * When it first shows each of {@code locals}; where it never does, when it first shows something
   * later. Several that come to the same instant are one.
   *
   * @param locals the earliest first, as they would be in UTC
   */
  long[] first(long[] locals) {
    return Arrays.stream(locals).map(this::first).distinct().toArray();
  }

  /** When it first shows {@code local}, or something later. */
  long first(long local) {
    for (Stretch stretch : stretches) {
      long instant = stretch.instant(local);
      if (instant < stretch.until()) {
        return Math.max(instant, stretch.from());
      }
    }
    throw new IllegalStateException("the last stretch has no end");
  }

  /**
   * Each time that it shows one of {@code locals}, the earliest first: each never, once or twice.
   *
   * @param locals the earliest first, as they would be in UTC
   */
  long[] each(long[] locals) {
    LongStream.Builder instants = LongStream.builder();
    for (Stretch stretch : stretches) {
      for (long local : locals) {
        long instant = stretch.instant(local);
        if (instant >= stretch.from() && instant < stretch.until()) {
          instants.add(instant);
        }
      }
    }
    return instants.build().toArray();
  }
}
