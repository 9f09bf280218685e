package dev.engine.services.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.mission.Schedule;
import dev.engine.domain.mission.Timetable;
import dev.engine.services.calendar.CronOracle.WatchedClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Sets the calendar against {@link CronOracle} around each change of a clock from 2000 to 2040, in
 * every zone that changes its clock; zones with the same changes are looked at once. {@code
 * -Dengine.patterns=200} takes more patterns than the build does.
 */
final class SlotCalendarOracleTest {

  private static final int PATTERNS = Integer.getInteger("engine.patterns", 51);
  private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("2041-01-01T00:00:00Z");

  /** To either side of a change, so that there is a whole day without it at both ends. */
  private static final int MINUTES = 50 * 60;

  /** How many slots are asked for one by one where it matters. */
  private static final int CLOSE = 5;

  private record Change(String zone, ZoneRules rules, Instant at) {}

  private record Judged(String text, CronOracle oracle, SlotCalendar calendar) {

    Timetable in(String zone) {
      return calendar.of(Schedule.parse(text), ZoneId.of(zone), FIRST);
    }
  }

  @Test
  void theCalendarAgreesWithTheOracleAtEachChangeOfAClock() {
    SlotCalendar calendar = new SlotCalendar();
    List<Judged> patterns =
        CronPatterns.first(PATTERNS).stream()
            .map(text -> new Judged(text, new CronOracle(text), calendar))
            .toList();
    List<Change> changes = changes();

    List<String> differences =
        changes.parallelStream().flatMap(change -> differences(change, patterns).stream()).toList();

    assertThat(differences).isEmpty();
    assertThat(patterns).hasSize(PATTERNS);
    assertThat(changes).hasSizeGreaterThan(3_000);
  }

  private static List<String> differences(Change change, List<Judged> patterns) {
    long middle = Math.floorDiv(change.at().getEpochSecond(), 60);
    WatchedClock clock = new WatchedClock(change.rules(), middle - MINUTES, 2 * MINUTES + 1);
    List<String> differences = new ArrayList<>();
    for (Judged pattern : patterns) {
      List<Instant> expected = pattern.oracle().slots(clock);
      Timetable timetable = pattern.in(change.zone());
      if (!isAgreed(timetable, expected, clock, change.at())) {
        differences.add("%s in %s at %s".formatted(pattern.text(), change.zone(), change.at()));
      }
    }
    return differences;
  }

  private static boolean isAgreed(
      Timetable timetable, List<Instant> expected, WatchedClock clock, Instant change) {
    Instant first = clock.at(0);
    Instant last = clock.at(clock.minutes() - 1);
    if (timetable.count(first, last) != expected.size()) {
      return false;
    }
    if (expected.isEmpty()) {
      return timetable.next(first.minusSeconds(1)).filter(slot -> !slot.isAfter(last)).isEmpty()
          && timetable.latest(last).filter(slot -> !slot.isBefore(first)).isEmpty();
    }
    return timetable.next(first.minusSeconds(1)).equals(Optional.of(expected.getFirst()))
        && timetable.latest(last).equals(Optional.of(expected.getLast()))
        && areAgreed(timetable, expected, close(expected, change.minus(Duration.ofHours(2))))
        && areAgreed(timetable, expected, close(expected, change.minus(Duration.ofMinutes(3))))
        && areAgreed(timetable, expected, close(expected, change.plus(Duration.ofMinutes(55))));
  }

  /** The place of the first slot that is not earlier than {@code moment}. */
  private static int close(List<Instant> expected, Instant moment) {
    int place = Collections.binarySearch(expected, moment);
    return place >= 0 ? place : -place - 1;
  }

  private static boolean areAgreed(Timetable timetable, List<Instant> expected, int from) {
    int to = Math.min(from + CLOSE, expected.size() - 1);
    for (int i = from; i < to; i++) {
      Optional<Instant> following = Optional.of(expected.get(i + 1));
      Optional<Instant> own = Optional.of(expected.get(i));
      if (!timetable.next(expected.get(i)).equals(following)
          || !timetable.latest(expected.get(i + 1).minusSeconds(1)).equals(own)) {
        return false;
      }
    }
    return true;
  }

  /** Each change of a clock that differs from the others, with what comes close to it. */
  private static List<Change> changes() {
    Map<String, Change> different = new LinkedHashMap<>();
    for (String zone : new TreeSet<>(ZoneId.getAvailableZoneIds())) {
      ZoneRules rules = ZoneId.of(zone).getRules();
      ZoneOffsetTransition change = rules.nextTransition(FIRST);
      while (change != null && change.getInstant().isBefore(END)) {
        different.putIfAbsent(shape(rules, change), new Change(zone, rules, change.getInstant()));
        change = rules.nextTransition(change.getInstant());
      }
    }
    return List.copyOf(different.values());
  }

  private static String shape(ZoneRules rules, ZoneOffsetTransition change) {
    ZoneOffsetTransition before = rules.previousTransition(change.getInstant());
    ZoneOffsetTransition after = rules.nextTransition(change.getInstant());
    return change + near(change, before) + near(change, after);
  }

  private static String near(ZoneOffsetTransition change, @Nullable ZoneOffsetTransition other) {
    if (other == null) {
      return "";
    }
    Duration apart = Duration.between(change.getInstant(), other.getInstant()).abs();
    return apart.toMinutes() < 2 * MINUTES ? other.toString() : "";
  }
}
