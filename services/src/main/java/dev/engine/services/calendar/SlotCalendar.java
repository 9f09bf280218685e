package dev.engine.services.calendar;

import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.mission.Schedule;
import dev.engine.domain.mission.Timetable;
import dev.engine.domain.mission.Timetables;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * When schedules are due. A cron library reads the patterns, in no zone; what they come to in a
 * zone is decided here, by this rule:
 *
 * <ol>
 *   <li>A cron pattern names local times. It is <em>sub-hourly</em> if it is due more than once in
 *       each of the 24 hours of its days: <code>*&#47;15 * * * *</code>, {@code 0,30 * * * *}.
 *       Every other pattern goes by the clock on the wall, also {@code 30 * * * *}, which is due
 *       once an hour, and <code>*&#47;15 2 * * *</code>, which names an hour.
 *   <li>A pattern that goes by the clock on the wall is due once for each local time that it names.
 *       A local time that does not exist, because the clock was put forward over it, is due at the
 *       first instant after the gap. One that occurs twice, because the clock was put back over it,
 *       is due at the first of the two. Several local times that are due at one instant are one
 *       slot. So {@code 30 * * * *} is due at the end of a gap of an hour and half an hour after
 *       it, and two hours pass after its slot in an overlap of an hour.
 *   <li>A sub-hourly pattern follows elapsed time: it is due at each instant at which the clock
 *       shows a local time that it names, at both of an overlap, and at none for what is in a gap.
 *       So <code>*&#47;15 * * * *</code> is due every 15 minutes over a gap or an overlap of an
 *       hour.
 *   <li>{@code every 15m} is due at equal distances of elapsed time from its anchor: the moment, to
 *       the second, at which the mission was added or enabled or got this schedule.
 *   <li>{@code once} is due at one local time, and goes by the clock on the wall.
 * </ol>
 *
 * <p>Reading a pattern takes milliseconds, so what was read is kept. Any number of threads may use
 * it.
 */
public final class SlotCalendar implements Timetables {

  /** More than anybody has; beyond that everything is read again. */
  private static final int MOST_KEPT = 1_000;

  private final Map<Schedule.Cron, CronPattern> read = new ConcurrentHashMap<>();

  @Override
  public Timetable of(Schedule schedule, ZoneId zone, Instant anchor) {
    return switch (schedule) {
      case Schedule.Cron cron -> cron(cron, zone.getRules());
      case Schedule.Every every -> new RegularTimetable(anchor, every.period().length());
      case Schedule.Once once -> new SingleSlot(onTheWall(once.at(), zone.getRules()));
    };
  }

  /**
   * The next slots of a schedule after {@code now}, the first one first; fewer if fewer come.
   *
   * @param count how many at most
   * @throws InvalidInput if it cannot be read
   */
  public List<Instant> preview(Schedule schedule, ZoneId zone, Instant now, int count) {
    requireReadable(schedule);
    Timetable timetable = of(schedule, zone, now.truncatedTo(ChronoUnit.SECONDS));
    return timetable.next(now).map(first -> preview(timetable, first, count)).orElse(List.of());
  }

  /**
   * Slots of {@code timetable}, the first one first; fewer if fewer come.
   *
   * @param first what to begin with
   * @param count how many at most
   */
  public static List<Instant> preview(Timetable timetable, Instant first, int count) {
    return Stream.iterate(
            Optional.of(first), Optional::isPresent, slot -> slot.flatMap(timetable::next))
        .limit(count)
        .flatMap(Optional::stream)
        .toList();
  }

  /**
   * Reads {@code schedule}.
   *
   * @throws InvalidInput if it is a cron pattern that cannot be read
   */
  public void requireReadable(Schedule schedule) {
    if (schedule instanceof Schedule.Cron cron) {
      pattern(cron);
    }
  }

  /** What is stored was readable once; where another program wrote it, it must stop nobody else. */
  private Timetable cron(Schedule.Cron cron, ZoneRules rules) {
    try {
      return new CronTimetable(pattern(cron), rules);
    } catch (InvalidInput unreadable) {
      return new NoSlots();
    }
  }

  private CronPattern pattern(Schedule.Cron cron) {
    if (read.size() > MOST_KEPT) {
      read.clear();
    }
    return read.computeIfAbsent(cron, CronPattern::of);
  }

  private static Instant onTheWall(LocalDateTime local, ZoneRules rules) {
    DayClock clock = DayClock.of(rules, local.toLocalDate());
    return Instant.ofEpochSecond(clock.first(local.toEpochSecond(ZoneOffset.UTC)));
  }
}
