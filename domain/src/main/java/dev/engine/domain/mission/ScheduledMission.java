package dev.engine.domain.mission;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A plan that runs by itself while it is enabled.
 *
 * @param nextSlotAt null if none will come, or while it is not worked out
 * @param lastSlotAt the newest that was decided on; null before the first
 */
public record ScheduledMission(
    ScheduledMissionId id,
    MissionPlan plan,
    boolean enabled,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant nextSlotAt,
    @Nullable Instant lastSlotAt) {

  /** What a slot may be late by, before somebody should look why: it is run within a second. */
  private static final Duration LATE = Duration.ofMinutes(1);

  /** A plan just made, enabled; without a next slot if none comes. */
  public static ScheduledMission added(
      ScheduledMissionId id, MissionPlan plan, Timetables timetables, Instant at) {
    return new ScheduledMission(id, plan, true, at, at, null, null).plannedAt(timetables, at);
  }

  /**
   * Enabled at {@code at}; one that is enabled is returned as is. The slots that came while it was
   * disabled are not its own, so the next one is worked out anew.
   */
  public ScheduledMission enabledAt(Timetables timetables, Instant at) {
    return enabled
        ? this
        : new ScheduledMission(id, plan, true, createdAt, at, null, lastSlotAt)
            .plannedAt(timetables, at);
  }

  /**
   * With what {@code amendment} says since {@code at}; returned as is if it says nothing new. Where
   * that moves its slots, the next one is worked out anew.
   */
  public ScheduledMission amended(Amendment amendment, Timetables timetables, Instant at) {
    MissionPlan next = plan.amended(amendment);
    if (next.equals(plan)) {
      return this;
    }
    ScheduledMission amended =
        new ScheduledMission(id, next, enabled, createdAt, at, nextSlotAt, lastSlotAt);
    return next.isDueAs(plan) ? amended : amended.plannedAt(timetables, at);
  }

  /** Whether a slot of it comes, where its slots are other than those of {@code before}. */
  public boolean isDueUnlike(ScheduledMission before) {
    return plan.isDueAs(before.plan) || nextSlotAt != null;
  }

  /**
   * With its next slot worked out anew: the first after {@code at} that has not come before,
   * wherever the clock was set meanwhile.
   */
  public ScheduledMission plannedAt(Timetables timetables, Instant at) {
    Instant after = lastSlotAt == null || lastSlotAt.isBefore(at) ? at : lastSlotAt;
    Instant next =
        timetables
            .of(plan.schedule(), plan.zone(), at.truncatedTo(ChronoUnit.SECONDS))
            .next(after)
            .orElse(null);
    return new ScheduledMission(id, plan, enabled, createdAt, updatedAt, next, lastSlotAt);
  }

  /** What becomes of its slots that have come by {@code now}; see {@link Reckoning}. */
  public Reckoning reckoned(Timetables timetables, Standing standing, Instant now) {
    Instant anchor = nextSlotAt == null ? now.truncatedTo(ChronoUnit.SECONDS) : nextSlotAt;
    Timetable timetable = timetables.of(plan.schedule(), plan.zone(), anchor);
    return Reckoning.of(this, timetable, standing, now);
  }

  /**
   * After its slots were decided on.
   *
   * @param last the newest of them
   * @param next null if none will come
   */
  public ScheduledMission movedOn(Instant last, @Nullable Instant next) {
    return new ScheduledMission(id, plan, enabled, createdAt, updatedAt, next, last);
  }

  /**
   * When the slot was due that nothing has run by {@code now}, a minute later; null if there is
   * none, or it does not run by itself.
   */
  public @Nullable Instant overdueSince(Instant now) {
    return enabled && nextSlotAt != null && nextSlotAt.plus(LATE).isBefore(now) ? nextSlotAt : null;
  }

  /** Disabled at {@code at}; one that is disabled is returned as is. */
  public ScheduledMission disabledAt(Instant at) {
    return enabled
        ? new ScheduledMission(id, plan, false, createdAt, at, nextSlotAt, lastSlotAt)
        : this;
  }
}
