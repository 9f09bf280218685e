package dev.engine.domain.mission;

import dev.engine.domain.Listed;
import dev.engine.domain.Page;
import dev.engine.domain.journal.InMemoryJournal;
import dev.engine.domain.testing.InMemoryPages;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;

/** {@link ScheduledMissions} for the tests of everything above storage. */
public final class InMemoryScheduledMissions implements ScheduledMissions {

  private final Map<ScheduledMissionId, ScheduledMission> byId = new LinkedHashMap<>();
  private final RandomGenerator random;
  private final InMemoryJournal journal;
  private BiConsumer<ScheduledMissionId, Instant> whenDisabled = (id, at) -> {};

  public InMemoryScheduledMissions(RandomGenerator random, InMemoryJournal journal) {
    this.random = random;
    this.journal = journal;
  }

  @Override
  public synchronized Scheduling add(MissionPlan plan, Timetables timetables, Instant at) {
    Optional<ScheduledMission> taken = find(plan.slug());
    if (taken.isPresent()) {
      return new Scheduling.SlugTaken(taken.get());
    }
    ScheduledMissionId id = ScheduledMissionId.random(random);
    while (byId.containsKey(id)) {
      id = ScheduledMissionId.random(random);
    }
    ScheduledMission added = ScheduledMission.added(id, plan, timetables, at);
    if (added.nextSlotAt() == null) {
      return new Scheduling.NeverDue(plan);
    }
    stored(added);
    journal.add(MissionEvents.scheduled(added));
    return new Scheduling.Scheduled(added);
  }

  @Override
  public synchronized Optional<ScheduledMission> find(ScheduledMissionId id) {
    return Optional.ofNullable(byId.get(id));
  }

  @Override
  public synchronized Optional<ScheduledMission> find(Slug slug) {
    return byId.values().stream().filter(mission -> mission.plan().slug().equals(slug)).findFirst();
  }

  @Override
  public synchronized Listed<ScheduledMission> list(Page page) {
    return InMemoryPages.page(
        byId.values().stream(), ORDER, Comparator.comparing(Slug::value), page);
  }

  @Override
  public synchronized Switching enable(ScheduledMissionId id, Timetables timetables, Instant at) {
    ScheduledMission mission = byId.get(id);
    return mission == null
        ? new Switching.NoSuchMission(id)
        : switched(mission, mission.enabledAt(timetables, at));
  }

  @Override
  public synchronized Switching disable(ScheduledMissionId id, Instant at) {
    ScheduledMission mission = byId.get(id);
    if (mission == null) {
      return new Switching.NoSuchMission(id);
    }
    Switching switching = switched(mission, mission.disabledAt(at));
    whenDisabled.accept(id, at);
    return switching;
  }

  @Override
  public synchronized Amending amend(
      ScheduledMissionId id, Amendment amendment, Timetables timetables, Instant at) {
    ScheduledMission stored = byId.get(id);
    if (stored == null) {
      return new Amending.NoSuchMission(id);
    }
    ScheduledMission amended = stored.amended(amendment, timetables, at);
    if (!amended.isDueUnlike(stored)) {
      return new Amending.NeverDue(amended.plan());
    }
    stored(amended);
    MissionEvents.amended(stored, amended).forEach(journal::add);
    return new Amending.Amended(amended);
  }

  @Override
  public synchronized Removal remove(ScheduledMissionId id, Instant at) {
    ScheduledMission removed = byId.remove(id);
    if (removed == null) {
      return new Removal.NoSuchMission(id);
    }
    journal.add(MissionEvents.removed(removed, at));
    return new Removal.Removed(removed);
  }

  /** Has {@code listener} told of each mission that is disabled. */
  synchronized void whenDisabled(BiConsumer<ScheduledMissionId, Instant> listener) {
    whenDisabled = listener;
  }

  /** All of them. */
  synchronized List<ScheduledMission> all() {
    return List.copyOf(byId.values());
  }

  /** Puts {@code mission} in the place of what it was. */
  synchronized ScheduledMission replaced(ScheduledMission mission) {
    return stored(mission);
  }

  private Switching switched(ScheduledMission before, ScheduledMission after) {
    if (before.enabled() == after.enabled()) {
      return new Switching.SwitchedBefore(before);
    }
    journal.add(MissionEvents.switched(after));
    return new Switching.SwitchedNow(stored(after));
  }

  private ScheduledMission stored(ScheduledMission mission) {
    byId.put(mission.id(), mission);
    return mission;
  }
}
