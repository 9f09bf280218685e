package dev.engine.services.why;

import dev.engine.domain.TimeSpan;
import dev.engine.domain.journal.Event;
import dev.engine.domain.mission.Mission;
import dev.engine.domain.mission.Mission.State;
import dev.engine.domain.mission.MissionEvents;
import dev.engine.domain.mission.ScheduledMission;
import dev.engine.domain.mission.Trigger;
import dev.engine.domain.worker.Worker;
import dev.engine.services.why.Explanation.Kind;
import dev.engine.services.why.Explanation.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a scheduled mission runs or does not, and what became of one of its slots. */
final class MissionReasons {

  /**
   * What is recorded of a scheduled mission.
   *
   * @param events its own, the oldest first
   * @param slots the latest at the front
   */
  record ScheduleCase(
      ScheduledMission mission, List<Event> events, List<Mission> slots, Instant now) {}

  /**
   * What is recorded of a slot.
   *
   * @param events its own, the oldest first
   * @param mission what it is a slot of
   * @param worker who does its work; null if nobody does
   */
  record SlotCase(
      Mission slot, List<Event> events, ScheduledMission mission, @Nullable Worker worker) {}

  private MissionReasons() {}

  static Explanation explain(ScheduleCase given) {
    ScheduledMission mission = given.mission();
    Story story = new Story();
    for (Event event : given.events()) {
      story.add(event, sentence(event));
    }
    for (Mission slot : given.slots()) {
      story.add(slot.slot().at(), "%s %s".formatted(name(slot), headline(slot)));
    }
    return new Explanation(
        Kind.SCHEDULED_MISSION,
        mission.id().value(),
        null,
        headline(given),
        since(given),
        story.told(),
        List.of(
            new Step(
                "engine mission show " + mission.plan().slug(), "its plan and what it has done")));
  }

  static Explanation explain(SlotCase given) {
    Mission slot = given.slot();
    Story story = new Story();
    story.add(slot.occasion().firstSlotAt(), beginning(slot, given.mission()));
    for (Event event : given.events()) {
      story.add(event, told(event, slot));
    }
    if (given.worker() != null) {
      story.add(
          given.worker().createdAt(),
          "its work is that of worker %s, which %s"
              .formatted(given.worker().id(), WorkerReasons.headline(given.worker())));
    }
    return new Explanation(
        Kind.MISSION,
        slot.id().value(),
        null,
        headline(slot),
        since(slot),
        story.told(),
        next(given));
  }

  private static String headline(ScheduleCase given) {
    ScheduledMission mission = given.mission();
    Instant next = mission.nextSlotAt();
    if (!mission.enabled()) {
      return "does not run: it is disabled";
    }
    if (next == null) {
      return mission.lastSlotAt() == null
          ? "does not run: its next slot is not planned"
          : "runs no more: its schedule is over";
    }
    if (mission.overdueSince(given.now()) != null) {
      return "is overdue: its slot of %s has not run".formatted(Story.time(next));
    }
    return next.isAfter(given.now()) ? "runs next at " + Story.time(next) : "is due now";
  }

  private static Instant since(ScheduleCase given) {
    Instant overdue = given.mission().overdueSince(given.now());
    return overdue == null ? given.mission().updatedAt() : overdue;
  }

  private static String sentence(Event event) {
    if (event.kind().equals(MissionEvents.SCHEDULED)) {
      return "was scheduled: " + Story.of(event, "schedule", "at times not told");
    }
    if (event.kind().equals(MissionEvents.ENABLED)) {
      return "was enabled by " + event.actor();
    }
    if (event.kind().equals(MissionEvents.DISABLED)) {
      return "was disabled by " + event.actor();
    }
    if (event.kind().equals(MissionEvents.PLANNED)) {
      return "its next slot was worked out: " + Story.of(event, "nextSlotAt", "none");
    }
    String schedule = Story.of(event, "schedule");
    return schedule == null ? "was changed" : "was moved to " + schedule;
  }

  /** A slot, several, or a run that a person wanted, in a sentence. */
  private static String name(Mission slot) {
    if (slot.occasion().trigger() == Trigger.PERSON) {
      return "run " + slot.id();
    }
    long count = slot.occasion().slotCount();
    return count == 1
        ? "slot " + slot.id()
        : "%d slots up to then (%s), of which each".formatted(count, slot.id());
  }

  private static String beginning(Mission slot, ScheduledMission mission) {
    String slug = mission.plan().slug().value();
    if (slot.occasion().trigger() == Trigger.PERSON) {
      return "a person wanted a run of mission %s".formatted(slug);
    }
    long count = slot.occasion().slotCount();
    return count == 1
        ? "was due, as a slot of mission " + slug
        : "was due, as the first of %d slots of mission %s up to %s"
            .formatted(count, slug, Story.time(slot.slot().at()));
  }

  private static String told(Event event, Mission slot) {
    if (event.kind().equals(MissionEvents.RELEASED)) {
      return "need not wait any longer: its worker is there";
    }
    String recorded = "was recorded as " + Story.of(event, "status", "a slot");
    Duration late = slot.lateBy();
    return late.toSeconds() > 0
        ? "%s, %s late".formatted(recorded, new TimeSpan(Duration.ofSeconds(late.toSeconds())))
        : recorded;
  }

  private static String headline(Mission slot) {
    return switch (slot.state()) {
      case State.Pending pending ->
          slot.isInLine()
              ? "waits until an earlier run has ended"
              : "waits for its worker to start";
      case State.Running running -> "is at work";
      case State.Complete complete ->
          complete.summary() == null
              ? "is complete"
              : "is complete: " + Story.quoted(complete.summary());
      case State.Failed failed ->
          failed.reason() == null ? "failed" : "failed: " + Story.quoted(failed.reason());
      case State.Skipped skipped -> "was skipped: " + skipped.reason();
      case State.Merged merged -> "was merged into slot %s".formatted(merged.into());
    };
  }

  private static Instant since(Mission slot) {
    return switch (slot.state()) {
      case State.Pending pending -> slot.slot().at();
      case State.Running running -> running.startedAt();
      case State.Complete complete -> complete.at();
      case State.Failed failed -> failed.at();
      case State.Skipped skipped -> slot.slot().at();
      case State.Merged merged -> slot.slot().at();
    };
  }

  private static List<Step> next(SlotCase given) {
    List<Step> next = new ArrayList<>();
    if (given.worker() != null) {
      next.add(new Step("engine why " + given.worker().id(), "what its worker does"));
    }
    if (given.slot().state() instanceof State.Merged merged) {
      next.add(new Step("engine why " + merged.into(), "the slot that stands for it"));
    }
    next.add(
        new Step(
            "engine mission show " + given.mission().plan().slug(),
            "the plan and the other slots"));
    return next;
  }
}
