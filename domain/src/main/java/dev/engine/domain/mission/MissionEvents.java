package dev.engine.domain.mission;

import dev.engine.domain.journal.EventKind;
import dev.engine.domain.journal.Facts;
import dev.engine.domain.journal.Happening;
import dev.engine.domain.journal.Subject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the journal is told of scheduled missions and their slots. */
public final class MissionEvents {

  public static final EventKind SCHEDULED = new EventKind("scheduled_mission.added");
  public static final EventKind ENABLED = new EventKind("scheduled_mission.enabled");
  public static final EventKind DISABLED = new EventKind("scheduled_mission.disabled");

  public static final EventKind AMENDED = new EventKind("scheduled_mission.amended");
  public static final EventKind REMOVED = new EventKind("scheduled_mission.removed");

  /** A slot is accounted for. */
  public static final EventKind RECORDED = new EventKind("mission.recorded");

  /** A run that waited for an earlier one has a worker now. */
  public static final EventKind RELEASED = new EventKind("mission.released");

  /** The next slot is worked out, where it was not. */
  public static final EventKind PLANNED = new EventKind("scheduled_mission.planned");

  private MissionEvents() {}

  /** What is told when {@code mission} was scheduled. */
  public static Happening scheduled(ScheduledMission mission) {
    Facts facts =
        Facts.NONE
            .with("slug", mission.plan().slug())
            .with("schedule", mission.plan().schedule().text());
    return of(mission, SCHEDULED, mission.createdAt(), facts);
  }

  /** What is told when {@code mission} was enabled or disabled, whichever it is now. */
  public static Happening switched(ScheduledMission mission) {
    EventKind kind = mission.enabled() ? ENABLED : DISABLED;
    Facts facts = Facts.NONE.with("slug", mission.plan().slug());
    return of(mission, kind, mission.updatedAt(), facts);
  }

  /** What is told when {@code before} became {@code after}; nothing if they are the same. */
  public static List<Happening> amended(ScheduledMission before, ScheduledMission after) {
    if (after.equals(before)) {
      return List.of();
    }
    Facts facts = Facts.NONE.with("slug", after.plan().slug());
    if (!after.plan().isDueAs(before.plan())) {
      facts =
          facts.with("schedule", after.plan().schedule().text()).with("zone", after.plan().zone());
    }
    return List.of(of(after, AMENDED, after.updatedAt(), facts));
  }

  /** What is told when {@code mission} was removed at {@code at}. */
  public static Happening removed(ScheduledMission mission, Instant at) {
    return of(mission, REMOVED, at, Facts.NONE.with("slug", mission.plan().slug()));
  }

  /** What is told when the next slot of {@code mission} was worked out at {@code at}. */
  public static Happening planned(ScheduledMission mission, Instant at) {
    Facts facts =
        Facts.NONE
            .with("slug", mission.plan().slug())
            .withKnown("nextSlotAt", mission.nextSlotAt());
    return of(mission, PLANNED, at, facts);
  }

  /** What is told when slots were recorded as {@code mission} at {@code at}. */
  public static Happening recorded(Mission mission, Instant at) {
    return of(mission, RECORDED, at, facts(mission));
  }

  /** What is told when {@code mission} need wait no longer at {@code at}. */
  public static Happening released(Mission mission, Instant at) {
    return of(mission, RELEASED, at, facts(mission));
  }

  private static Facts facts(Mission mission) {
    Mission.Occasion occasion = mission.occasion();
    Facts facts =
        Facts.NONE
            .with("scheduledMissionId", mission.slot().mission())
            .with("slotAt", mission.slot().at())
            .with("status", mission.status())
            .withKnown("workerId", mission.worker())
            .withKnown("reason", reason(mission))
            .withKnown("mergedInto", mergedInto(mission));
    if (occasion.slotCount() > 1) {
      facts = facts.with("firstSlotAt", occasion.firstSlotAt()).with("slots", occasion.slotCount());
    }
    return occasion.trigger() == Trigger.PERSON ? facts.with("trigger", occasion.trigger()) : facts;
  }

  private static @Nullable String reason(Mission mission) {
    return mission.state() instanceof Mission.State.Skipped skipped ? skipped.reason() : null;
  }

  private static @Nullable MissionId mergedInto(Mission mission) {
    return mission.state() instanceof Mission.State.Merged merged ? merged.into() : null;
  }

  private static Happening of(Mission mission, EventKind kind, Instant at, Facts facts) {
    Subject subject = new Subject(Subject.Kind.MISSION, mission.id().value());
    return new Happening(at, kind, null, null, subject, facts);
  }

  private static Happening of(ScheduledMission mission, EventKind kind, Instant at, Facts facts) {
    Subject subject = new Subject(Subject.Kind.SCHEDULED_MISSION, mission.id().value());
    return new Happening(at, kind, null, null, subject, facts);
  }
}
