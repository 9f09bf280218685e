package dev.engine.domain.mission;

import dev.engine.domain.Urgency;
import dev.engine.domain.notification.Notice;
import dev.engine.domain.notification.NotificationType;
import dev.engine.domain.notification.Terms;
import dev.engine.domain.worker.Worker;
import dev.engine.domain.worker.WorkerId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One slot of a scheduled mission, or several that were passed over together, and what became of
 * it; or a run that a person wanted.
 *
 * @param slot of several, the last one
 * @param occasion what it is there for
 * @param worker who does its work; null while nobody does
 */
public record Mission(
    MissionId id, Slot slot, Occasion occasion, @Nullable WorkerId worker, State state) {

  /**
   * Why a slot failed whose worker somebody did not want any more. For people: nothing reads it.
   */
  private static final String CANCELLED = "cancelled";

  /**
   * How a slot came to be decided on.
   *
   * @param decidedAt when what became of it was decided; a slot that ran, ran late by that
   * @param firstSlotAt the first of several slots; of one, itself
   * @param slotCount how many slots it stands for, at least 1
   */
  public record Occasion(Trigger trigger, Instant decidedAt, Instant firstSlotAt, long slotCount) {

    /** A single slot of the schedule. */
    public static Occasion of(Instant slot, Instant decidedAt) {
      return of(SlotSpan.of(slot), decidedAt);
    }

    /** Slots of the schedule. */
    public static Occasion of(SlotSpan slots, Instant decidedAt) {
      return new Occasion(Trigger.SCHEDULE, decidedAt, slots.first(), slots.count());
    }

    /** A person wanted it at {@code at}. */
    public static Occasion wanted(Instant slot, Instant at) {
      return new Occasion(Trigger.PERSON, at, slot, 1);
    }
  }

  /** What became of a slot. */
  public sealed interface State {

    /** It waits for its turn. */
    record Pending() implements State {}

    /** Its worker is at work. */
    record Running(Instant startedAt) implements State {}

    /**
     * Its work is done.
     *
     * @param startedAt null if nothing tells
     * @param summary what came of it, in words; null if nobody said
     */
    record Complete(@Nullable Instant startedAt, Instant at, @Nullable String summary)
        implements State {}

    /**
     * Its work came to nothing.
     *
     * @param startedAt null if it never started
     * @param reason why, in words; null if nobody said
     */
    record Failed(@Nullable Instant startedAt, Instant at, @Nullable String reason)
        implements State {}

    /**
     * It was passed over.
     *
     * @param reason why, in words
     */
    record Skipped(String reason) implements State {}

    /** Another slot of the same mission stands for it. */
    record Merged(MissionId into) implements State {}
  }

  public MissionStatus status() {
    return switch (state) {
      case State.Pending pending -> MissionStatus.PENDING;
      case State.Running running -> MissionStatus.RUNNING;
      case State.Complete complete -> MissionStatus.COMPLETE;
      case State.Failed failed -> MissionStatus.FAILED;
      case State.Skipped skipped -> MissionStatus.SKIPPED;
      case State.Merged merged -> MissionStatus.SKIPPED;
    };
  }

  /** The same slot, as far as {@code other}, who does its work, has come. */
  public Mission following(Worker other) {
    State next =
        switch (other.state()) {
          case Worker.State.Pending pending -> new State.Pending();
          case Worker.State.Asking asking -> new State.Pending();
          case Worker.State.Running running -> new State.Running(running.startedAt());
          case Worker.State.Complete complete ->
              new State.Complete(complete.startedAt(), complete.at(), words(complete.summary()));
          case Worker.State.Failed failed ->
              new State.Failed(failed.startedAt(), failed.at(), failed.reason());
          case Worker.State.Cancelled cancelled ->
              new State.Failed(cancelled.startedAt(), cancelled.at(), CANCELLED);
        };
    return new Mission(id, slot, occasion, worker, next);
  }

  private static @Nullable String words(@Nullable String summary) {
    return summary == null || summary.isBlank() ? null : summary;
  }

  /** How much later than its slot it was decided that it runs; nothing for what does not run. */
  public Duration lateBy() {
    boolean ran = status() != MissionStatus.SKIPPED && occasion.trigger() == Trigger.SCHEDULE;
    Duration late = Duration.between(slot.at(), occasion.decidedAt());
    return ran && late.isPositive() ? late : Duration.ZERO;
  }

  /** Whether it waits for an earlier run to end. */
  public boolean isInLine() {
    return state instanceof State.Pending && worker == null;
  }

  /** The same, done by {@code other}. */
  public Mission by(WorkerId other) {
    return new Mission(id, slot, occasion, other, state);
  }

  /** Whether {@code slots}, which follow, are passed over for the same reason as it was. */
  public boolean goesOnAs(SlotDecision.Skip slots) {
    return occasion.trigger() == Trigger.SCHEDULE
        && state.equals(new State.Skipped(slots.reason()));
  }

  /** The same, standing for {@code slots} too, which follow. */
  public Mission goingOn(SlotSpan slots) {
    Occasion longer =
        new Occasion(
            occasion.trigger(),
            occasion.decidedAt(),
            occasion.firstSlotAt(),
            occasion.slotCount() + slots.count());
    return new Mission(id, new Slot(slot.mission(), slots.last()), longer, worker, state);
  }

  /** The same, passed over for {@code reason}, in words. */
  public Mission skipped(String reason) {
    return new Mission(id, slot, occasion, worker, new State.Skipped(reason));
  }

  /** What the owner of {@code plan} is told of its end; empty while it has none, or is skipped. */
  public Optional<Notice> outcomeNotice(MissionPlan plan) {
    return switch (state) {
      case State.Pending pending -> Optional.empty();
      case State.Running running -> Optional.empty();
      case State.Skipped skipped -> Optional.empty();
      case State.Merged merged -> Optional.empty();
      case State.Complete complete ->
          notice(plan, NotificationType.MISSION_COMPLETE, "is complete", complete.summary());
      case State.Failed failed ->
          notice(plan, NotificationType.MISSION_FAILED, "failed", failed.reason())
              .map(notice -> notice.on(Terms.PLAIN.with(Urgency.HIGH)));
    };
  }

  private Optional<Notice> notice(
      MissionPlan plan, NotificationType type, String outcome, @Nullable String words) {
    String title = "mission %s of %s %s".formatted(plan.slug(), slot.at(), outcome);
    String body = words == null ? "" : words;
    return Optional.ofNullable(plan.owner())
        .map(owner -> new Notice(owner, type, id.value(), title, body));
  }
}
