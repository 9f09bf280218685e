package dev.engine.domain.mission;

import dev.engine.domain.Limit;
import dev.engine.domain.Listed;
import dev.engine.domain.Page;
import dev.engine.domain.error.EngineException.Conflict;
import dev.engine.domain.journal.InMemoryJournal;
import dev.engine.domain.notification.Notifications;
import dev.engine.domain.testing.InMemoryPages;
import dev.engine.domain.worker.Worker;
import dev.engine.domain.worker.WorkerId;
import dev.engine.domain.worker.Workers;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@link Missions} for the tests of everything above storage. */
public final class InMemoryMissions implements Missions {

  private static final Comparator<Mission> LATEST_FIRST =
      Comparator.<Mission, Instant>comparing(mission -> mission.slot().at())
          .thenComparing(mission -> mission.id().value())
          .reversed();

  private final Map<MissionId, Mission> byId = new LinkedHashMap<>();
  private final InMemoryScheduledMissions scheduled;
  private final Workers workers;
  private final Notifications notifications;
  private final RandomGenerator random;
  private final InMemoryJournal journal;

  public InMemoryMissions(
      InMemoryScheduledMissions scheduled,
      Workers workers,
      Notifications notifications,
      RandomGenerator random,
      InMemoryJournal journal) {
    this.scheduled = scheduled;
    this.workers = workers;
    this.notifications = notifications;
    this.random = random;
    this.journal = journal;
    scheduled.whenDisabled(this::passOverWaiting);
  }

  @Override
  public synchronized Recording record(
      Slot slot, @Nullable WorkerId worker, Mission.State state, Instant at) {
    Optional<Mission> same =
        byId.values().stream().filter(mission -> mission.slot().equals(slot)).findFirst();
    if (same.isPresent()) {
      return new Recording.RecordedBefore(same.get());
    }
    Optional<ScheduledMission> stored = scheduled.find(slot.mission());
    if (stored.isEmpty()) {
      return new Recording.NoSuchMission(slot.mission());
    }
    if (worker != null && workers.find(worker).isEmpty()) {
      throw new Conflict("worker %s is not stored".formatted(worker));
    }
    Mission recorded = added(slot, Mission.Occasion.of(slot.at(), at), worker, state);
    recorded
        .outcomeNotice(stored.get().plan())
        .ifPresent(notice -> notifications.queue(notice, at));
    return new Recording.Recorded(recorded);
  }

  /** Takes the slots whose work {@code worker} does to where it is. */
  public synchronized void follow(Worker worker, Instant at) {
    kept()
        .filter(mission -> worker.id().equals(mission.worker()))
        .filter(mission -> !mission.following(worker).equals(mission))
        .toList()
        .forEach(mission -> moved(mission.following(worker), worker.run().generation(), at));
  }

  private void moved(Mission next, int generation, Instant at) {
    byId.put(next.id(), next);
    journal.add(MissionEvents.recorded(next, at));
    scheduled
        .find(next.slot().mission())
        .flatMap(mission -> next.outcomeNotice(mission.plan()))
        .map(notice -> notice.on(notice.terms().ofGeneration(generation)))
        .ifPresent(notice -> notifications.queue(notice, at));
  }

  @Override
  public synchronized Optional<Mission> find(MissionId id) {
    return kept().filter(mission -> mission.id().equals(id)).findFirst();
  }

  @Override
  public synchronized Optional<Mission> by(WorkerId worker) {
    return kept().filter(mission -> worker.equals(mission.worker())).findFirst();
  }

  @Override
  public synchronized Listed<Mission> history(MissionFilter filter, Page page) {
    return InMemoryPages.newestFirst(
        kept().filter(mission -> matches(filter, mission)), ORDER, page);
  }

  @Override
  public synchronized List<Mission> failing(Limit limit) {
    return kept()
        .filter(mission -> mission.status() == MissionStatus.FAILED)
        .filter(mission -> scheduled.find(mission.slot().mission()).orElseThrow().enabled())
        .filter(mission -> byId.values().stream().noneMatch(other -> supersedes(other, mission)))
        .sorted(LATEST_FIRST)
        .limit(limit.rows())
        .toList();
  }

  /** Stores it and tells of it; its slot must be free. */
  synchronized Mission added(
      Slot slot, Mission.Occasion occasion, @Nullable WorkerId worker, Mission.State state) {
    Mission added = new Mission(freeId(), slot, occasion, worker, state);
    byId.put(added.id(), added);
    journal.add(MissionEvents.recorded(added, occasion.decidedAt()));
    return added;
  }

  /** Gives a run that waited its worker. */
  synchronized Mission released(Mission waiting, WorkerId worker, Instant at) {
    Mission released = waiting.by(worker);
    byId.put(released.id(), released);
    journal.add(MissionEvents.released(released, at));
    return released;
  }

  synchronized boolean isFree(Slot slot) {
    return byId.values().stream().noneMatch(mission -> mission.slot().equals(slot));
  }

  /** The one of {@code slot}. */
  synchronized Optional<Mission> find(Slot slot) {
    return kept().filter(mission -> mission.slot().equals(slot)).findFirst();
  }

  /** Puts one that stands for more slots in the place of what it was. */
  synchronized Mission prolonged(Mission longer, Instant at) {
    byId.put(longer.id(), longer);
    journal.add(MissionEvents.recorded(longer, at));
    return longer;
  }

  synchronized Standing standing(ScheduledMissionId id) {
    List<Mission> unfinished =
        kept()
            .filter(mission -> mission.slot().mission().equals(id))
            .filter(
                mission ->
                    mission.status() == MissionStatus.PENDING
                        || mission.status() == MissionStatus.RUNNING)
            .toList();
    int waiting = Math.toIntExact(unfinished.stream().filter(Mission::isInLine).count());
    return new Standing(unfinished.size() - waiting, waiting);
  }

  /** Those in line, the one that has waited longest at the front. */
  synchronized List<Mission> inLine(ScheduledMissionId id) {
    return kept()
        .filter(mission -> mission.slot().mission().equals(id) && mission.isInLine())
        .sorted(LATEST_FIRST.reversed())
        .toList();
  }

  private void passOverWaiting(ScheduledMissionId id, Instant at) {
    for (Mission waiting : inLine(id)) {
      Mission skipped = waiting.skipped(MissionRuns.DISABLED);
      byId.put(skipped.id(), skipped);
      journal.add(MissionEvents.recorded(skipped, at));
    }
  }

  /** Slots go with their scheduled mission. */
  private Stream<Mission> kept() {
    return byId.values().stream()
        .filter(mission -> scheduled.find(mission.slot().mission()).isPresent());
  }

  private static boolean supersedes(Mission other, Mission mission) {
    return other.slot().mission().equals(mission.slot().mission())
        && other.slot().at().isAfter(mission.slot().at())
        && (other.status() == MissionStatus.COMPLETE || other.status() == MissionStatus.FAILED);
  }

  private static boolean matches(MissionFilter filter, Mission mission) {
    return (filter.mission() == null || filter.mission().equals(mission.slot().mission()))
        && (filter.status() == null || filter.status() == mission.status());
  }

  private MissionId freeId() {
    MissionId id = MissionId.random(random);
    while (byId.containsKey(id)) {
      id = MissionId.random(random);
    }
    return id;
  }
}
