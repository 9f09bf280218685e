package dev.engine.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Limit;
import dev.engine.domain.Listed;
import dev.engine.domain.Page;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.host.WorkerProcesses.WorkerProcess;
import dev.engine.domain.notification.Notification;
import dev.engine.domain.notification.NotificationFilter;
import dev.engine.domain.notification.NotificationFilter.Progress;
import dev.engine.domain.worker.Attempt;
import dev.engine.domain.worker.AttemptId;
import dev.engine.domain.worker.AttemptOutcome;
import dev.engine.domain.worker.Worker;
import dev.engine.host.ProcStat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Programs of workers, their children, the wrappers above them, whole groups and the engine are
 * killed while they work, as a seed says: {@code -Dengine.kills=10000} does it as often, {@code
 * -Dengine.seed=7} otherwise.
 *
 * <p>In the end each worker has one outcome, its owner is told of it once, no two programs of one
 * worker were ever at work at the same time, and no process is left.
 */
final class WorkerKillStormIT {

  private static final int KILLS = Integer.getInteger("engine.kills", 150);

  private static final long SEED = Long.getLong("engine.seed", 20_260_105);

  /** One of so many kills is one of the engine, which takes a second to come back. */
  private static final int ENGINE_SHARE = 15;

  private static final String SETTINGS =
      """
      [workers]
      max_parallel = 8
      [workers.profiles.default]
      command = ["/bin/bash", "{instructions_file}"]
      """;

  /**
   * Holds a lock with all its children as long as any of them lives, so that one that meets another
   * of its worker's says so.
   */
  private static final String WORK =
      """
      exec 9>lock
      flock -n 9; [ $? != 1 ] || echo "$ENGINE_WORKER_ID-$ENGINE_WORKER_ATTEMPT" >>../../../../violations
      echo "$ENGINE_WORKER_ATTEMPT" >>begun
      for i in 1 2 3; do (sleep 0.$((RANDOM % 4 + 1))) & done
      wait
      echo "$ENGINE_WORKER_ATTEMPT" >>done
      """;

  private static final ConversationId OWNER = new ConversationId("chief-2026-01-05");

  /** As many wait at any time that there is always one to kill. */
  private static final int WAITING = 12;

  private static final Duration BETWEEN_KILLS = Duration.ofMillis(60);

  private final SplittableRandom random = new SplittableRandom(SEED);
  private final List<Worker> workers = new ArrayList<>();
  private final Map<AttemptId, Instant> killedLive = new HashMap<>();
  private final Map<AttemptId, Instant> killedAway = new HashMap<>();
  private final Map<AttemptId, Instant> backAt = new HashMap<>();

  @TempDir private Path folder;

  @Test
  void nothingIsStuckNothingHappensTwiceAndNothingIsLeft() throws Exception {
    try (WorkerScene scene = WorkerScene.in(folder, SETTINGS)) {
      storm(scene);
      try (ServingProcess last = ServingProcess.start(scene.project())) {
        workers.forEach(scene::awaitEnd);
        WorkerScene.await(() -> scene.processes().isEmpty(), () -> scene.processes().toString());
        assertThat(last.end()).isZero();
      }

      assertThat(scene.project().resolve("violations")).doesNotExist();
      assertThat(scene.home().workerRuns()).isEmptyDirectory();
      for (Worker worker : workers) {
        requireConsistent(scene, scene.now(worker));
      }
      assertThat(notices(scene))
          .extracting(notice -> notice.notice().entityId())
          .containsExactlyInAnyOrderElementsOf(
              workers.stream().map(worker -> worker.id().value()).toList());
      requireSoon("of a death", delays(scene, killedLive), Duration.ofSeconds(5));
      requireSoon("of a restart", delays(scene, backAt), Duration.ofSeconds(10));
    }
  }

  private void storm(WorkerScene scene) throws Exception {
    ServingProcess engine = ServingProcess.start(scene.project());
    try {
      for (int kills = 0; kills < KILLS; kills++) {
        refill(scene);
        new ThreadPauses().pause(BETWEEN_KILLS);
        if (random.nextInt(ENGINE_SHARE) == 0) {
          engine.kill();
          forgetUnrecorded(scene);
          for (int more = random.nextInt(4); more > 0; more--) {
            kills += killOne(scene, killedAway) ? 1 : 0;
          }
          engine = ServingProcess.start(scene.project());
          Instant now = Instant.now();
          killedAway.keySet().forEach(id -> backAt.putIfAbsent(id, now));
        } else if (!killOne(scene, killedLive)) {
          kills--;
        }
      }
      engine.kill();
    } finally {
      engine.close();
    }
  }

  private void refill(WorkerScene scene) {
    long waiting =
        workers.stream()
            .skip(Math.max(0, workers.size() - 2L * WAITING))
            .map(scene::now)
            .filter(worker -> !worker.isFinished())
            .count();
    for (; waiting < WAITING; waiting++) {
      workers.add(scene.spawn(WORK, OWNER, UnaryOperator.identity()));
    }
  }

  /**
   * Stops something for a moment, or kills one process or a whole group; false if there is none.
   */
  private boolean killOne(WorkerScene scene, Map<AttemptId, Instant> killed) throws Exception {
    List<WorkerProcess> all = scene.processes();
    if (all.isEmpty()) {
      return false;
    }
    WorkerProcess target = all.get(random.nextInt(all.size()));
    long pid = target.process().pid();
    boolean isVital = isVital(pid);
    switch (random.nextInt(5)) {
      case 0 -> {
        signal("STOP", Long.toString(pid));
        new ThreadPauses().pause(Duration.ofMillis(random.nextInt(200)));
        signal("CONT", Long.toString(pid));
        signal("KILL", Long.toString(pid));
      }
      case 1 -> signal("KILL", "-" + stat(pid).map(ProcStat::group).orElse(pid));
      default -> signal("KILL", Long.toString(pid));
    }
    if (isVital) {
      killed.putIfAbsent(target.attempt(), Instant.now());
    }
    return true;
  }

  /** The death of a child is none of its worker. */
  private static boolean isVital(long pid) {
    return stat(pid).filter(stat -> stat.group() == pid).isPresent();
  }

  private static Optional<ProcStat> stat(long pid) {
    try {
      return ProcStat.read(Files.readString(Path.of("/proc/" + pid + "/stat")));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  private static void signal(String name, String target) throws Exception {
    new ProcessBuilder("/bin/bash", "-c", "kill -s %s -- %s".formatted(name, target))
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  /** What an engine was killed over has no time of its own. */
  private void forgetUnrecorded(WorkerScene scene) {
    killedLive.keySet().removeIf(id -> ended(scene, id).isEmpty());
  }

  private static Optional<Attempt.State.Ended> ended(WorkerScene scene, AttemptId id) {
    return scene.storage().workerQueue().attempts(id.worker(), new Limit(1_000)).stream()
        .filter(attempt -> attempt.id().equals(id))
        .map(Attempt::state)
        .filter(Attempt.State.Ended.class::isInstance)
        .map(Attempt.State.Ended.class::cast)
        .findFirst();
  }

  private static List<Duration> delays(WorkerScene scene, Map<AttemptId, Instant> since) {
    return since.entrySet().stream()
        .map(
            entry ->
                Duration.between(entry.getValue(), ended(scene, entry.getKey()).orElseThrow().at()))
        .sorted()
        .toList();
  }

  /** Generously, for this machine is busy: what is measured is in the benchmarks. */
  private static void requireSoon(String what, List<Duration> delays, Duration limit) {
    assertThat(delays).as("the storm must kill some").isNotEmpty();
    assertThat(delays.getLast())
        .as("the longest of %d until the record %s", delays.size(), what)
        .isLessThan(limit);
    assertThat(delays.get(delays.size() / 2))
        .as("the median of them")
        .isLessThan(Duration.ofSeconds(1));
  }

  private static void requireConsistent(WorkerScene scene, Worker worker) throws IOException {
    List<Attempt> attempts = scene.attempts(worker);
    List<AttemptOutcome> outcomes =
        attempts.stream()
            .map(attempt -> ((Attempt.State.Ended) attempt.state()).outcome())
            .toList();
    for (int i = 0; i < attempts.size(); i++) {
      assertThat(attempts.get(i).id().number()).isEqualTo(i + 1);
    }
    assertThat(outcomes.subList(0, outcomes.size() - 1)).allMatch(AttemptOutcome.RECLAIMED::equals);
    boolean isComplete = worker.state() instanceof Worker.State.Complete;
    assertThat(outcomes.getLast())
        .isEqualTo(isComplete ? AttemptOutcome.COMPLETE : AttemptOutcome.FAILED);
    assertThat(lines(worker, "begun")).doesNotHaveDuplicates();
    if (isComplete) {
      assertThat(lines(worker, "done"))
          .as(
              "%s %s, begun %s, stderr %s",
              worker, attempts, lines(worker, "begun"), lines(worker, "stderr.log"))
          .contains(Integer.toString(attempts.size()));
    }
  }

  private static List<String> lines(Worker worker, String name) throws IOException {
    Path file = worker.workspacePath().resolve(name);
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  private static List<Notification> notices(WorkerScene scene) {
    List<Notification> all = new ArrayList<>();
    Page page = Page.FIRST;
    while (true) {
      Listed<Notification> listed =
          scene.storage().notifications().list(new NotificationFilter(OWNER, Progress.ANY), page);
      all.addAll(listed.items());
      if (listed.next() == null) {
        return all;
      }
      page = new Page(new Limit(1_000), listed.next());
    }
  }
}
