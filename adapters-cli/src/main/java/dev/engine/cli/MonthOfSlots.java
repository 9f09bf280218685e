package dev.engine.cli;

import dev.engine.domain.mission.Mission;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/**
 * The slots of a mission in one month, a line for each week: of each day the letter of the worst
 * that became of a slot and, where there is room, how many slots there were.
 */
final class MonthOfSlots {

  private static final int DAYS_OF_WEEK = 7;

  /** A day with the letter alone: {@code " 5 c "}. */
  private static final int NARROW = 5;

  /** A day with a number: {@code " 5 c1440 "}. */
  private static final int WIDE = 10;

  /** What may become of a slot; the worst first. */
  enum Mark {
    FAILED("failed", 'f', Tone.FAIL),
    SKIPPED("skipped", 's', Tone.WARN),
    RUNNING("running", 'r', Tone.PASS),
    PENDING("pending", 'p', Tone.ACCENT),
    COMPLETE("complete", 'c', Tone.PASS),
    PLANNED("planned", '.', Tone.MUTED);

    private final String word;
    private final char letter;
    private final Tone tone;

    Mark(String word, char letter, Tone tone) {
      this.word = word;
      this.letter = letter;
      this.tone = tone;
    }
  }

  private final YearMonth month;
  private final ZoneId zone;
  private final SortedMap<LocalDate, Map<Mark, Long>> days = new TreeMap<>();

  MonthOfSlots(YearMonth month, ZoneId zone) {
    this.month = month;
    this.zone = zone;
  }

  /** When it begins. */
  Instant start() {
    return month.atDay(1).atStartOfDay(zone).toInstant();
  }

  /** Adds a slot that will come. */
  void addPlanned(Instant slot) {
    add(slot.atZone(zone).toLocalDate(), Mark.PLANNED, 1);
  }

  /**
   * Adds what became of a slot; of several that were decided on together over days, nothing tells
   * how many were of which day, so that each of these days has one.
   */
  void add(Mission mission) {
    Mark mark = mark(mission);
    LocalDate first = mission.occasion().firstSlotAt().atZone(zone).toLocalDate();
    LocalDate last = mission.slot().at().atZone(zone).toLocalDate();
    if (first.equals(last)) {
      add(last, mark, mission.occasion().slotCount());
      return;
    }
    LocalDate from = first.isBefore(month.atDay(1)) ? month.atDay(1) : first;
    LocalDate to = last.isAfter(month.atEndOfMonth()) ? month.atEndOfMonth() : last;
    Stream.iterate(from, day -> !day.isAfter(to), day -> day.plusDays(1))
        .forEach(day -> add(day, mark, 1));
  }

  private void add(LocalDate day, Mark mark, long count) {
    if (YearMonth.from(day).equals(month)) {
      days.computeIfAbsent(day, any -> new EnumMap<>(Mark.class)).merge(mark, count, Long::sum);
    }
  }

  private static Mark mark(Mission mission) {
    return switch (mission.status()) {
      case PENDING -> Mark.PENDING;
      case RUNNING -> Mark.RUNNING;
      case COMPLETE -> Mark.COMPLETE;
      case FAILED -> Mark.FAILED;
      case SKIPPED -> Mark.SKIPPED;
    };
  }

  /** Weekdays, weeks and what the letters mean, none wider than {@code columns} from 35 on. */
  List<AttributedString> lines(int columns) {
    int width = columns < WIDE * DAYS_OF_WEEK ? NARROW : WIDE;
    List<AttributedString> lines = new ArrayList<>();
    lines.add(weekdays(width));
    LocalDate monday = month.atDay(1).with(DayOfWeek.MONDAY);
    while (!monday.isAfter(month.atEndOfMonth())) {
      lines.add(week(monday, width));
      monday = monday.plusDays(DAYS_OF_WEEK);
    }
    Lines.of(meaning(), columns).forEach(line -> lines.add(Cell.of(line, Tone.MUTED).styled()));
    return lines;
  }

  private static AttributedString weekdays(int width) {
    StringBuilder names = new StringBuilder();
    for (DayOfWeek day : DayOfWeek.values()) {
      String name = day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
      names.append(padded(name.substring(0, 2), width));
    }
    return Cell.of(names.toString().stripTrailing(), Tone.MUTED).styled();
  }

  private AttributedString week(LocalDate monday, int width) {
    AttributedStringBuilder line = new AttributedStringBuilder();
    for (int i = 0; i < DAYS_OF_WEEK; i++) {
      LocalDate day = monday.plusDays(i);
      if (YearMonth.from(day).equals(month)) {
        line.append("%2d ".formatted(day.getDayOfMonth()), Tone.NORMAL.style());
        appendMarks(line, days.getOrDefault(day, Map.of()), width - "31 ".length());
      } else {
        line.append(" ".repeat(width));
      }
    }
    AttributedString padded = line.toAttributedString();
    return padded.subSequence(0, padded.toString().stripTrailing().length());
  }

  private static void appendMarks(AttributedStringBuilder line, Map<Mark, Long> marks, int width) {
    Mark worst = marks.keySet().stream().min(Comparator.naturalOrder()).orElse(null);
    long count = marks.values().stream().mapToLong(Long::longValue).sum();
    String text = worst == null ? "" : String.valueOf(worst.letter);
    String counted = count > 1 && width > 2 ? text + count : text;
    line.append(padded(counted, width), worst == null ? Tone.NORMAL.style() : worst.tone.style());
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(1, width - text.length()));
  }

  private static String meaning() {
    return Stream.of(Mark.values())
        .map(mark -> mark.letter + " " + mark.word)
        .collect(Collectors.joining(", ", "the worst of each day: ", ""));
  }

  /** The days that have slots, on the wire. */
  List<DayJson> json() {
    return days.entrySet().stream()
        .map(
            day -> {
              Map<String, Long> counts = new TreeMap<>();
              day.getValue().forEach((mark, count) -> counts.put(mark.word, count));
              return new DayJson(day.getKey().toString(), counts);
            })
        .toList();
  }

  /**
   * One day on the wire.
   *
   * @param day as 2026-01-05, in the zone of the mission
   * @param slots how many there were, by what became of them
   */
  record DayJson(String day, Map<String, Long> slots) {}
}
