package dev.engine.domain.mission;

import dev.engine.domain.Listed;
import dev.engine.domain.Page;
import dev.engine.domain.journal.InMemoryJournal;
import dev.engine.domain.testing.InMemoryPages;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** {@link ScheduledMissions} for the tests of everything above storage. */
public final class InMemoryScheduledMissions implements ScheduledMissions {

  private final Map<ScheduledMissionId, ScheduledMission> byId = new LinkedHashMap<>();
  private final RandomGenerator random;
  private final InMemoryJournal journal;

  public InMemoryScheduledMissions(RandomGenerator random, InMemoryJournal journal) {
    this.random = random;
    this.journal = journal;
  }

  @Override
  public synchronized Scheduling add(MissionPlan plan, Instant at) {
    Optional<ScheduledMission> taken = find(plan.slug());
    if (taken.isPresent()) {
      return new Scheduling.SlugTaken(taken.get());
    }
    ScheduledMissionId id = ScheduledMissionId.random(random);
    while (byId.containsKey(id)) {
      id = ScheduledMissionId.random(random);
    }
    ScheduledMission added = stored(ScheduledMission.added(id, plan, at));
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
  public synchronized Switching enable(ScheduledMissionId id, Instant at) {
    ScheduledMission mission = byId.get(id);
    return mission == null
        ? new Switching.NoSuchMission(id)
        : switched(mission, mission.enabledAt(at));
  }

  @Override
  public synchronized Switching disable(ScheduledMissionId id, Instant at) {
    ScheduledMission mission = byId.get(id);
    return mission == null
        ? new Switching.NoSuchMission(id)
        : switched(mission, mission.disabledAt(at));
  }

  @Override
  public synchronized Amending amend(ScheduledMissionId id, Amendment amendment, Instant at) {
    ScheduledMission stored = byId.get(id);
    if (stored == null) {
      return new Amending.NoSuchMission(id);
    }
    ScheduledMission amended = stored(stored.amended(amendment, at));
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
