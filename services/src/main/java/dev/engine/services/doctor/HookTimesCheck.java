package dev.engine.services.doctor;

import dev.engine.domain.hook.Door;
import dev.engine.domain.hook.HookTimes;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** That hooks do not hold their sessions up. */
public final class HookTimesCheck implements Check {

  private final Supplier<List<HookTimes>> times;

  /**
   * @param times of the newest calls; asked when the check is made
   */
  public HookTimesCheck(Supplier<List<HookTimes>> times) {
    this.times = times;
  }

  @Override
  public String name() {
    return "hook times";
  }

  /** What came by the spool held nobody up, however long it lay there. */
  @Override
  public Finding look() {
    List<HookTimes> awaited =
        times.get().stream().filter(each -> each.door() != Door.SPOOL).toList();
    int overBudget = awaited.stream().mapToInt(HookTimes::overBudgetCount).sum();
    int count = awaited.stream().mapToInt(HookTimes::count).sum();
    if (overBudget > 0) {
      return new Finding.Warn(
          "%d of %d calls took more than 2 s".formatted(overBudget, count),
          "see what holds the database or slows this machine; `engine serve` makes hooks faster");
    }
    return new Finding.Pass(
        awaited.stream()
            .max(Comparator.comparing(HookTimes::p99))
            .map(worst -> "of %d calls the slowest were %s".formatted(count, told(worst)))
            .orElse("no hook was called yet"));
  }

  private static String told(HookTimes worst) {
    return "%s by %s: median %s, 99 %% below %s"
        .formatted(worst.event(), worst.door(), millis(worst.median()), millis(worst.p99()));
  }

  private static String millis(Duration took) {
    double exact = (double) took.toNanos() / TimeUnit.MILLISECONDS.toNanos(1);
    return String.format(Locale.ROOT, "%.1f ms", exact);
  }
}
