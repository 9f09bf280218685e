package dev.engine.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Limit;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.host.Pauses;
import dev.engine.domain.host.WorkerProcesses.WorkerProcess;
import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.journal.Actor;
import dev.engine.domain.worker.Attempt;
import dev.engine.domain.worker.Primitive;
import dev.engine.domain.worker.Spawning;
import dev.engine.domain.worker.Task;
import dev.engine.domain.worker.WorkOrder;
import dev.engine.domain.worker.Worker;
import dev.engine.host.ProcProcesses;
import dev.engine.host.worker.ProcWorkerPrograms;
import dev.engine.persistence.SqliteStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A project whose workers are bash scripts: their instructions. The store is opened beside the
 * engine's, as any command does.
 */
final class WorkerScene implements AutoCloseable {

  /** Not from standard input: bash shares its place in that with its children, and loses it. */
  static final String BASH =
      """
      [workers.profiles.default]
      command = ["/bin/bash", "{instructions_file}", "{session_id}"]
      """;

  /** Only a hang meets it. */
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

  private static final Pauses PAUSES = new ThreadPauses();

  private final Path project;
  private final HomeFolder home;
  private final SqliteStorage storage;
  private final ProcWorkerPrograms programs;

  private WorkerScene(Path project) {
    this.project = project;
    this.home = HomeFolder.of(project);
    this.storage = SqliteStorage.open(home.database(), LIMIT, new SplittableRandom());
    this.programs =
        new ProcWorkerPrograms(
            home,
            Shipped.DISTRIBUTION.resolve("lib/worker-run.sh"),
            System.getenv(),
            new ProcProcesses());
  }

  /** A new project in {@code folder}, with these settings. */
  static WorkerScene in(Path folder, String toml) throws IOException {
    Path project = Shipped.project(folder);
    Files.writeString(HomeFolder.of(project).settings(), toml);
    return new WorkerScene(project);
  }

  Path project() {
    return project;
  }

  SqliteStorage storage() {
    return storage;
  }

  HomeFolder home() {
    return home;
  }

  /** A worker that does {@code script}, for {@code owner}. */
  Worker spawn(String script, @Nullable ConversationId owner, UnaryOperator<WorkOrder> more) {
    return spawn(Primitive.RESEARCH, script, owner, more);
  }

  Worker spawn(
      Primitive primitive,
      String script,
      @Nullable ConversationId owner,
      UnaryOperator<WorkOrder> more) {
    WorkOrder order = more.apply(WorkOrder.of(new Task(primitive, script, null, owner)));
    Spawning spawning = storage.as(Actor.CLI).workers().spawn(order, home.outputs(), Instant.now());
    return ((Spawning.Spawned) spawning).worker();
  }

  Worker now(Worker worker) {
    return storage.workers().find(worker.id()).orElseThrow();
  }

  List<Attempt> attempts(Worker worker) {
    return storage.workerQueue().attempts(worker.id(), new Limit(1_000)).reversed();
  }

  /** Waits until {@code worker} is as it is to be. */
  Worker await(Worker worker, Predicate<Worker> fact) {
    await(() -> fact.test(now(worker)), () -> now(worker) + " " + attempts(worker));
    return now(worker);
  }

  Worker awaitEnd(Worker worker) {
    return await(worker, Worker::isFinished);
  }

  /** Waits until a file is in the workspace of {@code worker}. */
  void awaitFile(Worker worker, String name) {
    await(() -> Files.exists(worker.workspacePath().resolve(name)), () -> name);
  }

  void makeFile(Worker worker, String name) throws IOException {
    Files.createFile(worker.workspacePath().resolve(name));
  }

  static void await(BooleanSupplier fact, Supplier<String> told) {
    Instant limit = Instant.now().plus(LIMIT);
    while (!fact.getAsBoolean()) {
      assertThat(Instant.now()).as(told).isBefore(limit);
      PAUSES.pause(BETWEEN_LOOKS);
    }
  }

  /** The processes of its workers. */
  List<WorkerProcess> processes() {
    return programs.all();
  }

  /** Whatever a test did, nothing of it goes on. */
  @Override
  public void close() {
    for (int round = 0; round < 20 && !processes().isEmpty(); round++) {
      processes().forEach(programs::kill);
    }
    storage.close();
  }
}
