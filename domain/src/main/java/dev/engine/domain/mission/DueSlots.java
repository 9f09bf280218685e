package dev.engine.domain.mission;

import dev.engine.domain.TimeSpan;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The slots of a mission that have come and are not decided on.
 *
 * @param first the oldest of them
 * @param newest may be the first too
 */
record DueSlots(
    MissionPolicies policies, Timetable timetable, Instant first, Instant newest, Instant now) {

  private static final String MISSED = "nothing ran it in time";
  private static final String STILL_GOING = "the previous run was still going";

  /** What becomes of them, while {@code standing} is what goes on already. */
  List<SlotDecision> decided(Standing standing) {
    return switch (policies.missedRun()) {
      case SKIP -> newestIfInTime(standing);
      case ONCE -> newestForAll(standing);
      case ALL -> madeUpFor(standing);
    };
  }

  private List<SlotDecision> newestIfInTime(Standing standing) {
    if (newest.plus(Reckoning.IN_TIME).isBefore(now)) {
      return List.of(new SlotDecision.Skip(until(newest), MISSED));
    }
    List<SlotDecision> decisions = new ArrayList<>();
    Instant missed = before(newest);
    if (missed != null) {
      decisions.add(new SlotDecision.Skip(until(missed), MISSED));
    }
    decisions.add(overlapping(newest, standing));
    return decisions;
  }

  private List<SlotDecision> newestForAll(Standing standing) {
    if (policies.isTooLate(newest, now)) {
      return List.of(new SlotDecision.Skip(until(newest), tooLate()));
    }
    SlotDecision decision = overlapping(newest, standing);
    if (decision instanceof SlotDecision.Skip skip) {
      return List.of(new SlotDecision.Skip(until(newest), skip.reason()));
    }
    Instant merged = before(newest);
    return merged == null
        ? List.of(decision)
        : List.of(decision, new SlotDecision.Merge(until(merged), newest));
  }

  private List<SlotDecision> madeUpFor(Standing standing) {
    if (policies.isTooLate(newest, now)) {
      return List.of(new SlotDecision.Skip(until(newest), tooLate()));
    }
    Deque<Instant> running = running();
    List<SlotDecision> decisions = new ArrayList<>(passedOver(before(running.getFirst())));
    Standing then = standing;
    for (Instant slot : running) {
      SlotDecision decision = running.size() == 1 ? overlapping(slot, then) : inLine(slot, then);
      decisions.add(decision);
      then = then.with(decision);
    }
    return decisions;
  }

  /** As many of the newest as may run, the oldest of them at the front. */
  private Deque<Instant> running() {
    Deque<Instant> running = new ArrayDeque<>();
    Instant slot = newest;
    while (slot != null && running.size() < policies.maxCatchUp() && !isTooLate(slot)) {
      running.addFirst(slot);
      slot = before(slot);
    }
    return running;
  }

  /**
   * Why those up to {@code last} do not run although all that were missed are to.
   *
   * @param last null if there are none
   */
  private List<SlotDecision> passedOver(@Nullable Instant last) {
    if (last == null) {
      return List.of();
    }
    if (isTooLate(last)) {
      return List.of(new SlotDecision.Skip(until(last), tooLate()));
    }
    String tooMany = "only the newest %d are made up for".formatted(policies.maxCatchUp());
    Instant late = before(now.minus(policies.maxLateness()));
    if (late == null) {
      return List.of(new SlotDecision.Skip(until(last), tooMany));
    }
    Instant from = timetable.next(late).orElse(last);
    SlotSpan rest = new SlotSpan(from, last, timetable.count(from, last));
    return List.of(
        new SlotDecision.Skip(until(late), tooLate()), new SlotDecision.Skip(rest, tooMany));
  }

  /** One of several that are made up for: they do not pass one another over. */
  private SlotDecision inLine(Instant slot, Standing standing) {
    return policies.overlap() == Overlap.PARALLEL || standing.isFree()
        ? new SlotDecision.Run(slot)
        : waiting(slot, standing);
  }

  private SlotDecision overlapping(Instant slot, Standing standing) {
    if (standing.isFree()) {
      return new SlotDecision.Run(slot);
    }
    return switch (policies.overlap()) {
      case SKIP -> new SlotDecision.Skip(SlotSpan.of(slot), STILL_GOING);
      case QUEUE -> waiting(slot, standing);
      case PARALLEL -> new SlotDecision.Run(slot);
    };
  }

  private SlotDecision waiting(Instant slot, Standing standing) {
    return standing.waiting() < policies.maxCatchUp()
        ? new SlotDecision.Wait(slot)
        : new SlotDecision.Skip(
            SlotSpan.of(slot), "%d runs waited already".formatted(standing.waiting()));
  }

  private boolean isTooLate(Instant slot) {
    return policies.isTooLate(slot, now);
  }

  private String tooLate() {
    return "it was more than %s late".formatted(new TimeSpan(policies.maxLateness()));
  }

  /** The last of these slots that is earlier than {@code moment}; null if there is none. */
  private @Nullable Instant before(Instant moment) {
    return timetable
        .latest(moment.minusNanos(1))
        .filter(slot -> !slot.isBefore(first))
        .orElse(null);
  }

  /** All of them up to {@code last}. */
  private SlotSpan until(Instant last) {
    return last.equals(first)
        ? SlotSpan.of(first)
        : new SlotSpan(first, last, Math.max(1, timetable.count(first, last)));
  }
}
