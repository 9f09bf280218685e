package dev.engine.domain.mission;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of all the slots of a mission that have come by some moment, and which comes next.
 *
 * @param decisions each of those slots is in one of them; what runs or waits, the oldest first
 * @param nextSlotAt null if none will come
 */
public record Reckoning(List<SlotDecision> decisions, @Nullable Instant nextSlotAt) {

  /** A slot that is run within its minute is in time; a running engine does it within a second. */
  static final Duration IN_TIME = Duration.ofMinutes(1);

  public Reckoning {
    decisions = List.copyOf(decisions);
  }

  /**
   * What becomes of the slots of {@code mission} that have come by {@code now}; nothing is decided
   * if none has, or if it does not run by itself. Slots are counted from {@code nextSlotAt}, so
   * what was decided once is not decided again, wherever the clock goes.
   *
   * <p>However many have come, the timetable is asked a bounded number of times: some six times,
   * and once more for each slot that is made up for.
   *
   * @param timetable of the mission, anchored at its next slot
   */
  public static Reckoning of(
      ScheduledMission mission, Timetable timetable, Standing standing, Instant now) {
    Instant first = mission.nextSlotAt();
    if (!mission.enabled() || first == null || first.isAfter(now)) {
      return new Reckoning(List.of(), first);
    }
    // Where the rules of a zone have changed since it was planned, it may be a slot no more.
    Instant newest = timetable.latest(now).filter(slot -> slot.isAfter(first)).orElse(first);
    DueSlots due = new DueSlots(mission.plan().policies(), timetable, first, newest, now);
    return new Reckoning(due.decided(standing), timetable.next(now).orElse(null));
  }

  /** {@code mission} when it has moved on; as it is if nothing was decided. */
  public ScheduledMission appliedTo(ScheduledMission mission) {
    return decisions.stream()
        .map(decision -> decision.slots().last())
        .max(Comparator.naturalOrder())
        .map(last -> mission.movedOn(last, nextSlotAt))
        .orElse(mission);
  }
}
