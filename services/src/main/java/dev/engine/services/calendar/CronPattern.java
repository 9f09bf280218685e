package dev.engine.services.calendar;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.mission.Schedule;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A cron pattern, read: at which times of the day it is due, and on which days. In five fields the
 * one does not depend on the other, and neither on a zone.
 *
 * <p>cron-utils reads each field. It is asked for one field's meaning at a time, and only for what
 * comes next: what came last, and days that both fields name, are not always right in it.
 *
 * @param times at least one, the earliest first
 * @param isSubHourly whether it is due more than once in each hour of the day
 */
record CronPattern(List<LocalTime> times, LocalDays days, boolean isSubHourly) {

  private static final Map<String, String> MACROS =
      Map.of(
          "@yearly", "0 0 1 1 *",
          "@annually", "0 0 1 1 *",
          "@monthly", "0 0 1 * *",
          "@weekly", "0 0 * * 0",
          "@daily", "0 0 * * *",
          "@midnight", "0 0 * * *",
          "@hourly", "0 * * * *");

  /** The library takes it for a star. */
  private static final Pattern LEADING_SLASH = Pattern.compile("(^|[ ,])/");

  /** To the library SUN is the 7th day, so that it refuses SUN-TUE. */
  private static final Pattern SUNDAY_FIRST = Pattern.compile("\\bSUN-");

  private static final LocalDate ANY_DAY = LocalDate.of(2000, 1, 1);
  private static final int HOURS = 24;

  CronPattern {
    times = List.copyOf(times);
  }

  /**
   * Reads {@code cron} as cron does: names, ranges, steps and lists; 7 is Sunday, as 0 is; where
   * both the day of the month and the day of the week are restricted, either will do. A field that
   * begins with a star restricts nothing in that sense, so both must hold then.
   *
   * @throws InvalidInput if a field cannot be read
   */
  static CronPattern of(Schedule.Cron cron) {
    String[] fields = MACROS.getOrDefault(cron.expression(), cron.expression()).split(" ", -1);
    if (LEADING_SLASH.matcher(cron.expression()).find()) {
      throw unreadable(cron, "a step needs what it steps through, such as */5");
    }
    CronParser parser = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));
    try {
      List<LocalTime> times = times(parser, fields[0], fields[1]);
      LocalDays days =
          days(parser, fields[2], fields[3], SUNDAY_FIRST.matcher(fields[4]).replaceAll("0-"));
      return new CronPattern(times, new MonthlyDays(days), isSubHourly(times));
    } catch (IllegalArgumentException unreadable) {
      throw unreadable(cron, String.valueOf(unreadable.getMessage()));
    }
  }

  private static InvalidInput unreadable(Schedule.Cron cron, String why) {
    String shape = "five cron fields that can be read (%s)".formatted(why);
    return new InvalidInput("schedule", shape, cron.expression());
  }

  private static List<LocalTime> times(CronParser parser, String minute, String hour) {
    List<LocalTime> minutes = ofDay(pattern(parser, minute + " 0 * * *"));
    List<LocalTime> hours = ofDay(pattern(parser, "0 " + hour + " * * *"));
    return hours.stream()
        .flatMap(eachHour -> minutes.stream().map(each -> each.withHour(eachHour.getHour())))
        .toList();
  }

  private static List<LocalTime> ofDay(ExecutionTime pattern) {
    List<LocalTime> times = new ArrayList<>();
    LocalDateTime next = next(pattern, ANY_DAY.atStartOfDay().minusMinutes(1));
    while (next != null && next.toLocalDate().equals(ANY_DAY)) {
      times.add(next.toLocalTime());
      next = next(pattern, next);
    }
    return times;
  }

  private static LocalDays days(CronParser parser, String day, String month, String weekday) {
    LocalDays ofMonth = days(parser, "0 0 " + day + " " + month + " *");
    LocalDays ofWeek = days(parser, "0 0 * " + month + " " + weekday);
    if (weekday.equals("*")) {
      return ofMonth;
    }
    if (day.equals("*")) {
      return ofWeek;
    }
    return day.startsWith("*") || weekday.startsWith("*")
        ? ofMonth.and(ofWeek)
        : ofMonth.or(ofWeek);
  }

  private static LocalDays days(CronParser parser, String fields) {
    ExecutionTime pattern = pattern(parser, fields);
    return day -> {
      LocalDateTime next = next(pattern, day.atStartOfDay().minusMinutes(1));
      return next == null ? null : next.toLocalDate();
    };
  }

  private static ExecutionTime pattern(CronParser parser, String fields) {
    return ExecutionTime.forCron(parser.parse(fields));
  }

  /** In UTC every local time exists, and exists once. */
  private static @Nullable LocalDateTime next(ExecutionTime pattern, LocalDateTime after) {
    return pattern
        .nextExecution(after.atZone(ZoneOffset.UTC))
        .map(next -> next.toLocalDateTime())
        .orElse(null);
  }

  private static boolean isSubHourly(List<LocalTime> times) {
    long hours = times.stream().map(LocalTime::getHour).distinct().count();
    return hours == HOURS && times.size() > HOURS;
  }
}
