package dev.engine.services.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A second opinion on when a cron pattern is due: it reads the fields by itself, and looks at a
 * clock minute by minute. It shares no code with what it judges, and no idea but the rule.
 *
 * <p>For a pattern that goes by the clock on the wall it keeps the latest time that the clock has
 * ever shown. A minute in which the clock moves on from there, by one minute or over a gap, is a
 * slot if any of the times that it moved over is named; while the clock shows again what it has
 * shown, nothing is due.
 */
final class CronOracle {

  private static final Map<String, Integer> NAMES =
      Map.ofEntries(
          Map.entry("SUN", 0),
          Map.entry("MON", 1),
          Map.entry("TUE", 2),
          Map.entry("WED", 3),
          Map.entry("THU", 4),
          Map.entry("FRI", 5),
          Map.entry("SAT", 6),
          Map.entry("JAN", 1),
          Map.entry("FEB", 2),
          Map.entry("MAR", 3),
          Map.entry("APR", 4),
          Map.entry("MAY", 5),
          Map.entry("JUN", 6),
          Map.entry("JUL", 7),
          Map.entry("AUG", 8),
          Map.entry("SEP", 9),
          Map.entry("OCT", 10),
          Map.entry("NOV", 11),
          Map.entry("DEC", 12));

  private static final int MINUTES_A_DAY = 24 * 60;

  /** Before any day that a test asks about. */
  private static final long FIRST_DAY = LocalDate.of(1999, 1, 1).toEpochDay();

  private static final long LAST_DAY = LocalDate.of(2042, 1, 1).toEpochDay();

  private final BitSet minutesOfDay = new BitSet();
  private final BitSet days = new BitSet();
  private final boolean isSubHourly;

  CronOracle(String pattern) {
    String[] fields = pattern.toUpperCase(Locale.ROOT).split(" ", -1);
    BitSet minutes = field(fields[0], 0, 59);
    BitSet hours = field(fields[1], 0, 23);
    for (int minute = 0; minute < MINUTES_A_DAY; minute++) {
      minutesOfDay.set(minute, minutes.get(minute % 60) && hours.get(minute / 60));
    }
    isSubHourly = minutes.cardinality() > 1 && hours.cardinality() == 24;
    BitSet ofMonth = field(fields[2], 1, 31);
    BitSet months = field(fields[3], 1, 12);
    BitSet ofWeek = field(fields[4], 0, 7);
    ofWeek.set(0, ofWeek.get(0) || ofWeek.get(7));
    boolean both = fields[2].startsWith("*") || fields[4].startsWith("*");
    for (long day = FIRST_DAY; day < LAST_DAY; day++) {
      LocalDate date = LocalDate.ofEpochDay(day);
      boolean isDay = ofMonth.get(date.getDayOfMonth());
      boolean isWeekday =
          ofWeek.get(date.getDayOfWeek() == DayOfWeek.SUNDAY ? 0 : date.getDayOfWeek().getValue());
      boolean fits = both ? isDay && isWeekday : isDay || isWeekday;
      days.set(Math.toIntExact(day - FIRST_DAY), fits && months.get(date.getMonthValue()));
    }
  }

  /** The slots from {@code first} to {@code last}, both whole minutes and included. */
  List<Instant> slots(WatchedClock clock) {
    List<Instant> slots = new ArrayList<>();
    long latest = clock.shown(0) - 1;
    for (int minute = 0; minute < clock.minutes(); minute++) {
      long shown = clock.shown(minute);
      if (isSubHourly ? names(shown) : namesAny(latest + 1, shown)) {
        slots.add(clock.at(minute));
      }
      latest = Math.max(latest, shown);
    }
    return slots;
  }

  private boolean namesAny(long from, long to) {
    for (long local = from; local <= to; local++) {
      if (names(local)) {
        return true;
      }
    }
    return false;
  }

  /**
   * @param local in minutes since 1970, on a clock
   */
  private boolean names(long local) {
    int day = Math.toIntExact(Math.floorDiv(local, MINUTES_A_DAY) - FIRST_DAY);
    return days.get(day) && minutesOfDay.get(Math.floorMod(local, MINUTES_A_DAY));
  }

  private static BitSet field(String text, int least, int most) {
    BitSet values = new BitSet();
    for (String part : text.split(",", -1)) {
      String[] stepped = part.split("/", -1);
      int step = stepped.length == 2 ? Integer.parseInt(stepped[1]) : 1;
      String[] range = stepped[0].split("-", -1);
      boolean isStar = stepped[0].equals("*");
      int from = isStar ? least : number(range[0]);
      int to =
          isStar || (range.length == 1 && stepped.length == 2)
              ? most
              : number(range[range.length - 1]);
      if (to == 0 && from > 0) {
        to = 7; // SAT-SUN
      }
      for (int value = from; value <= to; value += step) {
        values.set(value);
      }
    }
    return values;
  }

  private static int number(String text) {
    return NAMES.containsKey(text) ? NAMES.get(text) : Integer.parseInt(text);
  }

  /** What the clock of a zone shows in each minute of some time. */
  static final class WatchedClock {

    private final long first;
    private final long[] shown;

    /**
     * @param first in minutes since 1970
     */
    WatchedClock(ZoneRules rules, long first, int minutes) {
      this.first = first;
      this.shown = new long[minutes];
      for (int minute = 0; minute < minutes; minute++) {
        shown[minute] = first + minute + rules.getOffset(at(minute)).getTotalSeconds() / 60;
      }
    }

    int minutes() {
      return shown.length;
    }

    Instant at(int minute) {
      return Instant.ofEpochSecond(60 * (first + minute));
    }

    /** In minutes since 1970, as if it stood in UTC. */
    long shown(int minute) {
      return shown[minute];
    }
  }
}
