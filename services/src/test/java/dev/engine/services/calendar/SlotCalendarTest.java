package dev.engine.services.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.mission.Schedule;
import dev.engine.domain.mission.Timetable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SlotCalendarTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  /** The clock goes from 02:00 to 03:00 at 01:00 UTC. */
  private static final Instant BEFORE_GAP = Instant.parse("2026-03-29T00:20:00Z");

  /** The clock goes from 03:00 to 02:00 at 01:00 UTC. */
  private static final Instant BEFORE_OVERLAP = Instant.parse("2026-10-24T23:50:00Z");

  private final SlotCalendar calendar = new SlotCalendar();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          */15 * * * *  | 00:30 00:45 01:00 01:15 01:30
          30 * * * *    | 00:30 01:00 01:30 02:30
          0 * * * *     | 01:00 02:00 03:00
          30 2 * * *    | 01:00
          */15 2 * * *  | 01:00
          15 3 * * *    | 01:15
          0 3 * * *     | 01:00
          """)
  void overAGap(String pattern, String expected) {
    assertThat(times(pattern, BEFORE_GAP, Duration.ofMinutes(170)))
        .startsWith(expected.split(" ", -1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          */15 * * * *  | 00:00 00:15 00:30 00:45 01:00 01:15 01:30 01:45 02:00
          30 * * * *    | 00:30 02:30
          0 * * * *     | 00:00 02:00
          30 2 * * *    | 00:30
          */15 2 * * *  | 00:00 00:15 00:30 00:45
          59 2 * * *    | 00:59
          0 3 * * *     | 02:00
          """)
  void overAnOverlap(String pattern, String expected) {
    assertThat(times(pattern, BEFORE_OVERLAP, Duration.ofMinutes(170)))
        .startsWith(expected.split(" ", -1));
  }

  @Test
  void aDayThatWasLeftOutIsDueWhenTheNextBegins() {
    ZoneId apia = ZoneId.of("Pacific/Apia"); // went from the 29th to the 31st of December 2011
    Instant before = Instant.parse("2011-12-30T09:59:59Z");

    List<Instant> wall = calendar.preview(Schedule.parse("0 9 * * *"), apia, before, 2);
    List<Instant> elapsed = calendar.preview(Schedule.parse("*/30 * * * FRI"), apia, before, 1);

    assertThat(wall)
        .containsExactly(
            Instant.parse("2011-12-30T10:00:00Z"), Instant.parse("2011-12-30T19:00:00Z"));
    assertThat(elapsed).containsExactly(Instant.parse("2012-01-05T10:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          @yearly           | 2027-01-01 2028-01-01
          @annually         | 2027-01-01 2028-01-01
          @monthly          | 2026-02-01 2026-03-01
          @weekly           | 2026-01-11 2026-01-18
          @daily            | 2026-01-06 2026-01-07
          @midnight         | 2026-01-06 2026-01-07
          0 0 13 * FRI      | 2026-01-09 2026-01-13 2026-01-16
          0 0 */10 * MON    | 2026-05-11 2026-06-01
          0 0 1 * */2       | 2026-02-01 2026-03-01 2026-08-01
          0 0 * * 7         | 2026-01-11 2026-01-18
          0 0 * * SUN-TUE   | 2026-01-06 2026-01-11 2026-01-12
          0 0 * * SAT-SUN   | 2026-01-10 2026-01-11 2026-01-17
          0 0 29 2 *        | 2028-02-29 2032-02-29
          0 0 31 */2 *      | 2026-01-31 2026-03-31
          """)
  void patternsAreReadAsCronDoes(String pattern, String expected) {
    Instant monday = Instant.parse("2026-01-05T12:00:00Z");
    String[] days = expected.split(" ", -1);

    List<Instant> slots =
        calendar.preview(Schedule.parse(pattern), ZoneOffset.UTC, monday, days.length);

    assertThat(slots).extracting(slot -> slot.toString().substring(0, 10)).containsExactly(days);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "60 * * * *",
        "* 24 * * *",
        "* * 0 * *",
        "* * * 13 *",
        "* * * * 8",
        "10-5 * * * *",
        "/5 * * * *",
        "5/ * * * *",
        "1, * * * *",
        "* * L * *",
        "* * * * 1#2",
        "* * * FOO *"
      })
  void whatCannotBeReadIsRefusedAndHasNoSlots(String pattern) {
    Schedule schedule = Schedule.parse(pattern);

    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> calendar.requireReadable(schedule))
        .withMessageStartingWith("schedule must be five cron fields that can be read (")
        .withMessageEndingWith("), got \"%s\"", pattern);
    Timetable stored = calendar.of(schedule, BERLIN, Instant.EPOCH);
    assertThat(stored.next(Instant.EPOCH)).isEmpty();
    assertThat(stored.latest(BEFORE_GAP)).isEmpty();
    assertThat(stored.count(Instant.EPOCH, BEFORE_GAP)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0 0 31 2 *", "0 0 30 2 *", "0 0 31 4,6,9,11 *"})
  void whatNeverComesHasNoSlots(String pattern) {
    Timetable never = calendar.of(Schedule.parse(pattern), BERLIN, Instant.EPOCH);

    assertThat(never.next(BEFORE_GAP)).isEmpty();
    assertThat(never.latest(BEFORE_GAP)).isEmpty();
  }

  @Test
  void everyIsCountedFromItsAnchorToBothSidesWhateverTheClockShows() {
    Instant anchor = Instant.parse("2026-03-28T23:59:50Z");

    Timetable timetable = calendar.of(Schedule.parse("every 40m"), BERLIN, anchor);

    assertThat(timetable.next(anchor)).contains(anchor.plusSeconds(2_400));
    assertThat(timetable.next(anchor.minusSeconds(1))).contains(anchor);
    assertThat(timetable.latest(anchor.minusSeconds(1))).contains(anchor.minusSeconds(2_400));
    assertThat(timetable.count(anchor, anchor.plus(Duration.ofDays(400)))).isEqualTo(14_401);
  }

  @ParameterizedTest
  @CsvSource({
    "once 2026-07-01T09:00, 2026-07-01T07:00:00Z",
    "once 2026-03-29T02:30:30, 2026-03-29T01:00:00Z",
    "once 2026-10-25T02:30, 2026-10-25T00:30:00Z"
  })
  void onceGoesByTheClockOnTheWall(String schedule, Instant expected) {
    Timetable timetable = calendar.of(Schedule.parse(schedule), BERLIN, Instant.EPOCH);

    assertThat(timetable.next(expected.minusMillis(1))).contains(expected);
    assertThat(timetable.next(expected)).isEmpty();
    assertThat(timetable.latest(expected)).contains(expected);
    assertThat(timetable.latest(expected.minusMillis(1))).isEmpty();
    assertThat(timetable.count(expected, expected)).isEqualTo(1);
    assertThat(timetable.count(expected.plusSeconds(1), expected.plusSeconds(9))).isZero();
  }

  @Test
  void aYearOfMinutesIsCountedOverBothChangesOfTheClock() {
    Timetable minutely = calendar.of(Schedule.parse("* * * * *"), BERLIN, Instant.EPOCH);
    Timetable hourly = calendar.of(Schedule.parse("30 * * * *"), BERLIN, Instant.EPOCH);
    Instant from = Instant.parse("2026-01-01T00:00:00Z");

    assertThat(minutely.count(from, from.plus(Duration.ofDays(400)))).isEqualTo(576_001);
    assertThat(hourly.count(from, from.plus(Duration.ofDays(365)))).isEqualTo(8_760);
  }

  @Test
  void fourHundredDaysAreCountedWithoutAskingForEachSlot() {
    AtomicInteger asked = new AtomicInteger();
    LocalDays library =
        day -> {
          asked.incrementAndGet();
          return day;
        };
    List<LocalTime> minutes =
        Stream.iterate(LocalTime.MIN, minute -> minute.plusMinutes(1)).limit(1_440).toList();
    CronPattern pattern = new CronPattern(minutes, new MonthlyDays(library), true);
    Timetable timetable = new CronTimetable(pattern, BERLIN.getRules());
    Instant now = BEFORE_GAP.plus(Duration.ofDays(400));

    timetable.next(now);
    timetable.latest(now);
    timetable.count(BEFORE_GAP, now);

    assertThat(asked).hasValueLessThan(600);
  }

  @Test
  void whatLiesFarBackIsFound() {
    Timetable leap = calendar.of(Schedule.parse("0 0 29 2 *"), ZoneOffset.UTC, Instant.EPOCH);

    assertThat(leap.latest(Instant.parse("2028-02-28T00:00:00Z")))
        .contains(LocalDate.of(2024, 2, 29).atStartOfDay().toInstant(ZoneOffset.UTC));
  }

  @Test
  void aPreviewEndsWhereTheScheduleDoes() {
    Instant now = Instant.parse("2026-07-01T00:00:00Z");

    assertThat(calendar.preview(Schedule.parse("once 2026-07-01T09:00"), BERLIN, now, 5))
        .containsExactly(Instant.parse("2026-07-01T07:00:00Z"));
    assertThat(calendar.preview(Schedule.parse("once 2026-06-01T09:00"), BERLIN, now, 5)).isEmpty();
    assertThat(calendar.preview(Schedule.parse("every 1h"), BERLIN, now.plusMillis(7), 2))
        .containsExactly(now.plusSeconds(3_600), now.plusSeconds(7_200));
  }

  /** The times in UTC, to the minute. */
  private List<String> times(String pattern, Instant from, Duration length) {
    return calendar.preview(Schedule.parse(pattern), BERLIN, from, 20).stream()
        .filter(slot -> !slot.isAfter(from.plus(length)))
        .map(slot -> slot.toString().substring(11, 16))
        .toList();
  }
}
