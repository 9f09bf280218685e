package dev.engine.app.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.app.simulation.ModelWorker.Standing;
import dev.engine.domain.Storage;
import dev.engine.domain.journal.Event;
import dev.engine.domain.worker.AttemptId;
import dev.engine.domain.worker.Primitive;
import dev.engine.domain.worker.WorkOrder;
import dev.engine.domain.worker.Worker;
import dev.engine.domain.worker.WorkerId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of all workers by their events, and by what has really become of their programs.
 */
final class WorkerModel {

  private static final Set<String> ENDS =
      Set.of(
          "worker.completed",
          "worker.failed",
          "worker.cancelled",
          "worker.attempt_failed",
          "worker.reclaimed",
          "worker.paused");

  private final SimulatedRuns runs;
  private final NoticeModel notices;

  /** Of whatever past: what people wanted is not undone by a restore. */
  private final Map<WorkerId, WorkOrder> orders = new LinkedHashMap<>();

  /** Every id that was ever given to a worker. */
  private final Set<WorkerId> everGiven = new HashSet<>();

  private final Map<WorkerId, ModelWorker> workers = new LinkedHashMap<>();
  private final Set<WorkerId> changed = new LinkedHashSet<>();
  private final FleetTime time;

  WorkerModel(SimulatedRuns runs, NoticeModel notices, FleetTime time) {
    this.time = time;
    this.runs = runs;
    this.notices = notices;
  }

  /** Somebody has handed over {@code order} and was told {@code id}. */
  void ordered(WorkerId id, WorkOrder order) {
    orders.put(id, order);
  }

  /** Nothing is known any more but what happened outside the store. */
  void forgetAll() {
    workers.clear();
    changed.clear();
  }

  Collection<ModelWorker> all() {
    return workers.values();
  }

  @Nullable ModelWorker find(WorkerId id) {
    return workers.get(id);
  }

  ModelWorker get(WorkerId id) {
    return Objects.requireNonNull(workers.get(id), id::toString);
  }

  /**
   * Takes an event of a worker.
   *
   * @param isNews whether it was not taken before in another past
   */
  void take(Event event, WorkerId id, boolean isNews, Storage store) {
    String kind = event.kind().value();
    if (kind.equals("worker.added")) {
      add(event, id, isNews, store);
    }
    ModelWorker worker = get(id);
    if (kind.equals("worker.started")) {
      requireItsTurn(worker, event.happening().at());
    }
    if (isNews && ENDS.contains(kind)) {
      requireTrue(worker, event);
    }
    worker.take(event);
    changed.add(id);
    if (worker.owner() != null) {
      expectNotice(worker, kind, event);
    }
  }

  /**
   * Who has the dedupe key {@code key} now.
   *
   * @param key null for none
   */
  Optional<WorkerId> holder(@Nullable String key) {
    return workers.values().stream()
        .filter(worker -> key != null && key.equals(worker.order().dedupeKey()))
        .filter(worker -> !worker.isFinished())
        .map(ModelWorker::id)
        .findFirst();
  }

  /** The person has answered {@code ping}, whoever had asked. */
  void answered(String ping) {
    workers.values().forEach(worker -> worker.answered(ping));
  }

  private void add(Event event, WorkerId id, boolean isNews, Storage store) {
    if (isNews) {
      assertThat(everGiven.add(id)).as("%s was given before", id).isTrue();
    }
    WorkOrder order =
        orders.computeIfAbsent(id, any -> store.workers().find(id).orElseThrow().order());
    assertThat(holder(order.dedupeKey())).as("has the key of %s already", id).isEmpty();
    workers.put(id, new ModelWorker(id, order, event.happening().at()));
  }

  private void expectNotice(ModelWorker worker, String kind, Event event) {
    switch (kind) {
      case "worker.completed" -> notices.expect("worker_complete", worker.id().value());
      case "worker.failed", "worker.cancelled" ->
          notices.expect("worker_failed", worker.id().value());
      case "worker.asked" -> notices.expect("worker_question", ModelWorker.fact(event, "pingId"));
      default -> {} // nobody is told of the others
    }
  }

  /** Of all that could begin it is the first, and there is room for it. */
  private void requireItsTurn(ModelWorker beginning, Instant at) {
    // Whoever's time had come stays ready when the clock is set back.
    assertThat(beginning.isTime(time.latest()) && areDependenciesComplete(beginning))
        .as("begins at %s before its time: %s", at, beginning)
        .isTrue();
    assertThat(hasRoom(beginning.primitive())).as("there is no room for %s", beginning).isTrue();
    for (ModelWorker other : workers.values()) {
      if (canBegin(other, at) && other != beginning) {
        assertThat(other.precedes(beginning))
            .as("%s was passed over by %s", other, beginning)
            .isFalse();
      }
    }
  }

  private boolean canBegin(ModelWorker worker, Instant at) {
    return worker.standing() == Standing.PENDING
        && worker.isTime(at)
        && areDependenciesComplete(worker)
        && hasRoom(worker.primitive());
  }

  private boolean areDependenciesComplete(ModelWorker worker) {
    return worker.order().dependsOn().stream()
        .allMatch(id -> get(id).standing() == Standing.COMPLETE);
  }

  private boolean hasRoom(Primitive primitive) {
    List<ModelWorker> running = running();
    long alike = running.stream().filter(each -> each.primitive().equals(primitive)).count();
    return running.size() < FleetHome.MOST_AT_WORK && alike < FleetHome.mostOf(primitive);
  }

  List<ModelWorker> running() {
    return workers.values().stream()
        .filter(worker -> worker.standing() == Standing.RUNNING)
        .toList();
  }

  /** An attempt has ended as its program has, and not while that goes on. */
  private void requireTrue(ModelWorker worker, Event event) {
    String outcome = ModelWorker.fact(event, "outcome");
    if (outcome.isEmpty()) {
      return; // it was not at work
    }
    SimulatedRun run = runs.truth(attempt(worker)).orElse(null);
    if (run == null) {
      assertThat(outcome).as("never begun: %s", worker).isIn("reclaimed", "cancelled");
      return;
    }
    assertThat(run.isAlive()).as("%s is called %s: %s", run, outcome, worker).isFalse();
    boolean isJust =
        switch (outcome) {
          case "cancelled" -> worker.isUnwanted();
          case "timed_out" -> isTimeUp(worker, run);
          case "asked" ->
              isEnded(run, "asked") || (isEnded(run, "complete") && worker.hasAskedNow());
          case "complete" -> isEnded(run, "complete") && !isToWait(worker);
          case "failed" -> isEnded(run, "failed") || isLost(run);
          case "reclaimed" -> isLost(run);
          default -> false;
        };
    assertThat(isJust).as("%s is called %s: %s", run, outcome, worker).isTrue();
  }

  private static boolean isToWait(ModelWorker worker) {
    return worker.hasAskedNow() && !worker.isUnwanted();
  }

  private static boolean isEnded(SimulatedRun run, String deserved) {
    return run.phase() == SimulatedRun.Phase.ENDED && run.deserved().equals(deserved);
  }

  private static boolean isLost(SimulatedRun run) {
    return run.phase() == SimulatedRun.Phase.VANISHED || run.phase() == SimulatedRun.Phase.REVOKED;
  }

  private static boolean isTimeUp(ModelWorker worker, SimulatedRun run) {
    Duration own = worker.order().timeout();
    Duration limit =
        own == null && worker.primitive().equals(Primitive.BUILD) ? FleetHome.BUILD_TIMEOUT : own;
    Duration nudged = run.nudgedAt();
    return limit != null && nudged != null && nudged.compareTo(limit) >= 0;
  }

  static AttemptId attempt(ModelWorker worker) {
    return new AttemptId(worker.id(), worker.attempts());
  }

  /** Those that have changed since the last check. */
  List<WorkerId> changed() {
    return List.copyOf(changed);
  }

  /** Holds what has changed since the last time against the store. */
  void check(Storage store) {
    for (WorkerId id : changed) {
      Worker stored = store.workers().find(id).orElseThrow();
      get(id).requireExplains(stored);
    }
    changed.clear();
  }

  /** Everything is looked at once more. */
  void checkAll(Storage store) {
    changed.addAll(workers.keySet());
    check(store);
  }

  /**
   * What a round of workers finds that begins now.
   *
   * @param dead attempts that it has to end: nothing of them is there any more
   * @param isStrangerLeft whether processes are left of attempts that are not under way, for which
   *     others may wait
   */
  record Found(List<AttemptId> dead, boolean isStrangerLeft) {}

  Found found() {
    List<AttemptId> underWay = running().stream().map(WorkerModel::attempt).toList();
    boolean isStrangerLeft =
        runs.written().stream()
            .anyMatch(run -> run.isAnyLeft() && !underWay.contains(run.attempt()));
    return new Found(dead(), isStrangerLeft);
  }

  private List<AttemptId> dead() {
    List<AttemptId> dead = new ArrayList<>();
    for (ModelWorker worker : running()) {
      AttemptId attempt = attempt(worker);
      boolean isDead =
          runs.truth(attempt)
              .map(
                  run ->
                      run.isOver()
                          && (run.phase() != SimulatedRun.Phase.VANISHED || !run.isAnyLeft()))
              .orElse(true);
      if (isDead) {
        dead.add(attempt);
      }
    }
    return dead;
  }

  /** Fails if something that was dead still counts as running, or if something waits in vain. */
  void requireRoundDone(Found found, Instant at) {
    for (ModelWorker worker : workers.values()) {
      assertThat(worker.standing() == Standing.RUNNING && found.dead().contains(attempt(worker)))
          .as("is dead and counts as running: %s", worker)
          .isFalse();
      assertThat(canBegin(worker, at) && !found.isStrangerLeft())
          .as("could begin: %s", worker)
          .isFalse();
    }
  }
}
