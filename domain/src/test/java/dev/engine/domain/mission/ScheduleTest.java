package dev.engine.domain.mission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.engine.domain.TimeSpan;
import dev.engine.domain.error.EngineException.InvalidInput;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ScheduleTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0 7 * * MON-FRI            | 0 7 * * MON-FRI
          ' 0   7 *\t* mon-fri '     | 0 7 * * MON-FRI
          */15 8-18 1,15 jan-mar 1#2 | */15 8-18 1,15 JAN-MAR 1#2
          @Daily                     | @daily
          every 15m                  | every 15m
          EVERY 90M                  | every 90m
          every 3600s                | every 1h
          every 48h                  | every 2d
          every 61s                  | every 61s
          once 2026-01-05T09:00      | once 2026-01-05T09:00
          once 2026-01-05T09:00:00   | once 2026-01-05T09:00
          Once  2026-01-05T09:00:30  | once 2026-01-05T09:00:30
          """)
  void aTextIsReadAndWrittenInOneForm(String given, String normal) {
    Schedule schedule = Schedule.parse(given);

    assertThat(schedule.text()).isEqualTo(normal);
    assertThat(Schedule.parse(normal)).isEqualTo(schedule);
  }

  @Test
  void eachFormIsItsOwnValue() {
    assertThat(Schedule.parse("@hourly")).isEqualTo(new Schedule.Cron("@HOURLY"));
    assertThat(Schedule.parse("every 15m")).isEqualTo(new Schedule.Every(TimeSpan.parse("15m")));
    assertThat(Schedule.parse("once 2026-01-05T09:00"))
        .isEqualTo(new Schedule.Once(LocalDateTime.parse("2026-01-05T09:00")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "* * * *",
        "* * * * * *",
        "0 7 * * MON;DROP",
        "@reboot",
        "every",
        "every 0s",
        "every 15",
        "every 367d",
        "every 1h30m",
        "once",
        "once tomorrow",
        "once 2026-02-30T09:00",
        "once 2026-01-05T09:00:00.5"
      })
  void anythingElseIsRefused(String text) {
    assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> Schedule.parse(text));
  }

  @Test
  void aRefusalSaysWhatWouldDo() {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> Schedule.parse("sometimes"))
        .withMessage(
            "schedule must be five cron fields, a macro such as @daily, 'every 15m' or"
                + " 'once 2026-01-05T09:00', got \"sometimes\"");
  }

  @Test
  void anExpressionHasAtMost200Characters() {
    String longest = "0,".repeat(95) + "00 * * * *";

    assertThat(new Schedule.Cron(longest).text()).isEqualTo(longest).hasSize(200);
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> new Schedule.Cron("0" + longest));
  }

  @Test
  void onceIsInAYearThatAStoreCanHold() {
    LocalDateTime first = LocalDateTime.parse("0000-01-01T00:00");
    LocalDateTime last = LocalDateTime.parse("9999-12-31T23:59:59");

    assertThat(new Schedule.Once(first).at()).isEqualTo(first);
    assertThat(new Schedule.Once(last).at()).isEqualTo(last);
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> new Schedule.Once(first.minusSeconds(1)));
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> new Schedule.Once(last.plusSeconds(1)));
  }
}
