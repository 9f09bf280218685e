package dev.engine.domain.mission;

import dev.engine.domain.journal.InMemoryJournal;
import dev.engine.domain.worker.Spawning;
import dev.engine.domain.worker.WorkerId;
import dev.engine.domain.worker.Workers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@link MissionRuns} for the tests of everything above storage. */
public final class InMemoryMissionRuns implements MissionRuns {

  private final InMemoryScheduledMissions scheduled;
  private final InMemoryMissions missions;
  private final Workers workers;
  private final InMemoryJournal journal;

  public InMemoryMissionRuns(
      InMemoryScheduledMissions scheduled,
      InMemoryMissions missions,
      Workers workers,
      InMemoryJournal journal) {
    this.scheduled = scheduled;
    this.missions = missions;
    this.workers = workers;
    this.journal = journal;
  }

  @Override
  public synchronized Agenda agenda(Instant now) {
    List<ScheduledMission> enabled =
        scheduled.all().stream().filter(ScheduledMission::enabled).toList();
    Stream<ScheduledMission> withSlots =
        enabled.stream()
            .filter(mission -> hasCome(mission.nextSlotAt(), now))
            .sorted(Comparator.comparing(ScheduledMission::nextSlotAt));
    Stream<ScheduledMission> withRunsThatCanStart =
        enabled.stream()
            .filter(mission -> missions.standing(mission.id()).canRelease())
            .sorted(Comparator.comparing(mission -> mission.id().value()));
    List<ScheduledMissionId> due =
        Stream.concat(withSlots, withRunsThatCanStart)
            .map(ScheduledMission::id)
            .distinct()
            .toList();
    Instant next =
        enabled.stream()
            .map(ScheduledMission::nextSlotAt)
            .filter(Objects::nonNull)
            .filter(slot -> slot.isAfter(now))
            .min(Comparator.naturalOrder())
            .orElse(null);
    return new Agenda(due, next);
  }

  @Override
  public synchronized List<ScheduledMissionId> unplanned() {
    return scheduled.all().stream()
        .filter(mission -> mission.enabled() && mission.nextSlotAt() == null)
        .map(ScheduledMission::id)
        .sorted(Comparator.comparing(ScheduledMissionId::value))
        .toList();
  }

  @Override
  public synchronized Advancing advance(
      ScheduledMissionId id, Timetables timetables, Path outputs, Instant now) {
    return scheduled
        .find(id)
        .map(mission -> moved(mission, timetables, outputs, now))
        .orElseGet(() -> new Advancing.NoSuchMission(id));
  }

  @Override
  public synchronized Wanting runNow(ScheduledMissionId id, Path outputs, Instant at) {
    return scheduled
        .find(id)
        .<Wanting>map(mission -> new Wanting.Wanted(wanted(mission, outputs, at)))
        .orElseGet(() -> new Wanting.NoSuchMission(id));
  }

  private static boolean hasCome(@Nullable Instant slot, Instant now) {
    return slot != null && !slot.isAfter(now);
  }

  private Mission wanted(ScheduledMission mission, Path outputs, Instant at) {
    Slot slot = Slot.wanted(mission.id(), at);
    while (!missions.isFree(slot)) {
      slot = slot.later();
    }
    Mission.Occasion occasion = Mission.Occasion.wanted(slot.at(), at);
    return missions.added(
        slot, occasion, worker(mission, outputs, at), new Mission.State.Pending());
  }

  private Advancing moved(
      ScheduledMission mission, Timetables timetables, Path outputs, Instant now) {
    if (!mission.enabled()) {
      return new Advancing.NothingDue(mission);
    }
    List<Mission> runs = new ArrayList<>();
    Standing standing = missions.standing(mission.id());
    if (standing.canRelease()) {
      Mission waiting = missions.inLine(mission.id()).getFirst();
      runs.add(missions.released(waiting, worker(mission, outputs, now), now));
      standing = standing.released();
    }
    ScheduledMission moved;
    if (mission.nextSlotAt() == null) {
      moved = planned(mission, timetables, now);
    } else {
      Reckoning reckoning = mission.reckoned(timetables, standing, now);
      reckoning.decisions().forEach(decision -> runs.add(run(mission, decision, outputs, now)));
      moved = reckoning.appliedTo(mission);
    }
    return runs.isEmpty() && moved.equals(mission)
        ? new Advancing.NothingDue(mission)
        : new Advancing.Advanced(scheduled.replaced(moved), runs);
  }

  private ScheduledMission planned(ScheduledMission mission, Timetables timetables, Instant now) {
    ScheduledMission planned = mission.plannedAt(timetables, now);
    if (planned.nextSlotAt() != null) {
      journal.add(MissionEvents.planned(planned, now));
    }
    return planned;
  }

  private Mission run(ScheduledMission mission, SlotDecision decision, Path outputs, Instant now) {
    Slot slot = new Slot(mission.id(), decision.slots().last());
    Mission.Occasion occasion = Mission.Occasion.of(decision.slots(), now);
    return switch (decision) {
      case SlotDecision.Run run ->
          missions.added(
              slot, occasion, worker(mission, outputs, now), new Mission.State.Pending());
      case SlotDecision.Wait wait ->
          missions.added(slot, occasion, null, new Mission.State.Pending());
      case SlotDecision.Skip skip ->
          before(mission, skip.slots())
              .filter(before -> before.goesOnAs(skip))
              .map(before -> missions.prolonged(before.goingOn(skip.slots()), now))
              .orElseGet(
                  () ->
                      missions.added(
                          slot, occasion, null, new Mission.State.Skipped(skip.reason())));
      case SlotDecision.Merge merge ->
          missions.added(slot, occasion, null, new Mission.State.Merged(into(mission, merge)));
    };
  }

  private Optional<Mission> before(ScheduledMission mission, SlotSpan slots) {
    Instant last = mission.lastSlotAt();
    return last == null || !slots.first().equals(mission.nextSlotAt())
        ? Optional.empty()
        : missions.find(new Slot(mission.id(), last));
  }

  private MissionId into(ScheduledMission mission, SlotDecision.Merge merge) {
    return missions.find(new Slot(mission.id(), merge.into())).orElseThrow().id();
  }

  private WorkerId worker(ScheduledMission mission, Path outputs, Instant at) {
    Spawning spawning = workers.spawn(mission.plan().order(), outputs, at);
    return ((Spawning.Spawned) spawning).worker().id();
  }
}
