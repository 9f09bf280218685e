package dev.engine.services.calendar;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The days of another calendar, which is slow: it is asked about each month once. Any number of
 * threads may use it.
 */
final class MonthlyDays implements LocalDays {

  private final LocalDays asked;

  /** Of each month that was asked about its days, the lowest bit for the first. */
  private final Map<YearMonth, Integer> known = new ConcurrentHashMap<>();

  MonthlyDays(LocalDays asked) {
    this.asked = asked;
  }

  @Override
  public @Nullable LocalDate from(LocalDate day) {
    YearMonth month = YearMonth.from(day);
    int rest = known.computeIfAbsent(month, this::days) >>> (day.getDayOfMonth() - 1);
    return rest == 0
        ? asked.from(month.plusMonths(1).atDay(1))
        : day.plusDays(Integer.numberOfTrailingZeros(rest));
  }

  private int days(YearMonth month) {
    int days = 0;
    LocalDate day = asked.from(month.atDay(1));
    while (day != null && YearMonth.from(day).equals(month)) {
      days |= 1 << (day.getDayOfMonth() - 1);
      day = asked.from(day.plusDays(1));
    }
    return days;
  }
}
