package dev.engine.app.simulation;

import dev.engine.domain.mission.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The schedules that a simulation has, and what their slots are. */
final class FleetSchedules {

  private FleetSchedules() {}

  /** One of them, as people write it at {@code now}. */
  static Schedule drawn(Dice dice, Instant now) {
    Instant later = now.truncatedTo(ChronoUnit.MINUTES).plusSeconds(60L * (1 + dice.below(600)));
    return Schedule.parse(
        dice.anyOf(
            List.of(
                "every 1m",
                "every 7m",
                "every 3h",
                "*/5 * * * *",
                "0 * * * *",
                "@daily",
                "once " + later.atOffset(ZoneOffset.UTC).toLocalDateTime())));
  }

  /** The slots of {@code schedule} if it begins at {@code at}. */
  static Series series(Schedule schedule, Instant at) {
    return switch (schedule) {
      case Schedule.Every every ->
          new Series(at.truncatedTo(ChronoUnit.SECONDS), every.period().length());
      case Schedule.Once once -> new Series(once.at().toInstant(ZoneOffset.UTC), null);
      case Schedule.Cron cron -> new Series(Instant.EPOCH, period(cron.expression()));
    };
  }

  private static Duration period(String expression) {
    return switch (expression) {
      case "*/5 * * * *" -> Duration.ofMinutes(5);
      case "0 * * * *" -> Duration.ofHours(1);
      case "@daily" -> Duration.ofDays(1);
      default -> throw new IllegalArgumentException(expression);
    };
  }
}
