package dev.engine.app.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.app.simulation.ModelMission.Row;
import dev.engine.domain.Storage;
import dev.engine.domain.journal.Event;
import dev.engine.domain.mission.Mission;
import dev.engine.domain.mission.MissionId;
import dev.engine.domain.mission.MissionPlan;
import dev.engine.domain.mission.ScheduledMission;
import dev.engine.domain.mission.ScheduledMissionId;
import dev.engine.domain.worker.WorkerId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of all missions by their events. */
final class MissionModel {

  private final WorkerModel workers;
  private final NoticeModel notices;

  /** Of whatever past. */
  private final Map<ScheduledMissionId, MissionPlan> plans = new HashMap<>();

  private final Set<MissionId> everGiven = new HashSet<>();

  private final Map<ScheduledMissionId, ModelMission> missions = new LinkedHashMap<>();
  private final Map<MissionId, ModelMission> byRow = new HashMap<>();
  private final Map<WorkerId, MissionId> byWorker = new HashMap<>();
  private final Set<ScheduledMissionId> changed = new LinkedHashSet<>();
  private final Map<MissionId, Row> changedRows = new LinkedHashMap<>();

  MissionModel(WorkerModel workers, NoticeModel notices) {
    this.workers = workers;
    this.notices = notices;
  }

  /** Somebody has scheduled {@code plan} and was told {@code id}. */
  void scheduled(ScheduledMissionId id, MissionPlan plan) {
    plans.put(id, plan);
  }

  void forgetAll() {
    missions.clear();
    byRow.clear();
    byWorker.clear();
    changed.clear();
    changedRows.clear();
  }

  Collection<ScheduledMissionId> all() {
    return missions.keySet();
  }

  ModelMission get(ScheduledMissionId id) {
    return Objects.requireNonNull(missions.get(id), id::toString);
  }

  /** Takes an event of a scheduled mission. */
  void take(Event event, ScheduledMissionId id) {
    switch (event.kind().value()) {
      case "scheduled_mission.added" -> {
        missions.put(id, new ModelMission(Objects.requireNonNull(plans.get(id))));
        get(id).enable(event);
      }
      case "scheduled_mission.enabled" -> get(id).enable(event);
      case "scheduled_mission.disabled" -> get(id).disable(event);
      default -> throw new AssertionError("no event of a simulated mission: " + event);
    }
    changed.add(id);
  }

  /**
   * Takes an event of a slot, or of several.
   *
   * @param isNews whether it was not taken before in another past
   */
  void take(Event event, MissionId id, boolean isNews) {
    ScheduledMissionId of = new ScheduledMissionId(ModelWorker.fact(event, "scheduledMissionId"));
    ModelMission mission = get(of);
    WorkerId worker = worker(event);
    boolean isNew = !byRow.containsKey(id);
    if (isNew && isNews) {
      assertThat(everGiven.add(id)).as("%s was given before", id).isTrue();
    }
    byRow.put(id, mission);
    Row row =
        event.kind().value().equals("mission.released")
            ? mission.release(id, event, Objects.requireNonNull(worker))
            : mission.record(id, event, worker);
    if (worker != null) {
      MissionId other = byWorker.put(worker, id);
      assertThat(other).as("the slot of worker %s", worker).isIn(null, id);
      assertThat(row.worker()).as("the worker of slot %s", id).isEqualTo(worker);
    }
    if (mission.plan().owner() != null && !isNew && !row.status().equals("skipped")) {
      switch (row.status()) {
        case "complete" -> notices.expect("mission_complete", id.value());
        case "failed" -> notices.expect("mission_failed", id.value());
        default -> {} // it goes on
      }
    }
    changed.add(of);
    changedRows.put(id, row);
  }

  /** A worker has changed, and the slot whose work it does must have, too. */
  void follow(WorkerId worker) {
    MissionId slot = byWorker.get(worker);
    if (slot != null) {
      ModelMission mission = Objects.requireNonNull(byRow.get(slot));
      changedRows.put(slot, mission.row(slot));
    }
  }

  private static @Nullable WorkerId worker(Event event) {
    String id = ModelWorker.fact(event, "workerId");
    return id.isEmpty() ? null : new WorkerId(id);
  }

  /** Holds what has changed since the last time against the store. */
  void check(Storage store) {
    for (ScheduledMissionId id : changed) {
      ScheduledMission stored = store.scheduledMissions().find(id).orElseThrow();
      get(id).requireAccounted(stored);
    }
    changedRows.forEach(
        (id, row) -> {
          Mission stored = store.missions().find(id).orElseThrow();
          row.requireExplains(stored);
          WorkerId worker = row.worker();
          if (worker != null) {
            assertThat(row.status()).as("%s", stored).isEqualTo(workers.get(worker).status());
          }
        });
    changed.clear();
    changedRows.clear();
  }

  /** Everything is looked at once more. */
  void checkAll(Storage store) {
    changed.addAll(missions.keySet());
    byRow.forEach((id, mission) -> changedRows.put(id, mission.row(id)));
    check(store);
  }

  /**
   * Fails if a slot has come by {@code at} that nobody has decided on, or if a run waits in vain.
   */
  void requireRoundDone(Storage store, Instant at) {
    missions.forEach(
        (id, mission) -> {
          Instant next = store.scheduledMissions().find(id).orElseThrow().nextSlotAt();
          assertThat(mission.isEnabled() && next != null && !next.isAfter(at))
              .as("not decided on at %s: %s", at, mission)
              .isFalse();
          assertThat(mission.isEnabled() && mission.going() == 0 && mission.waiting() > 0)
              .as("waits in vain: %s", mission)
              .isFalse();
        });
  }
}
