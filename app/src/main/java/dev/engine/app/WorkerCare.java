package dev.engine.app;

import dev.engine.domain.host.WorkerPrograms;
import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.journal.Actor;
import dev.engine.host.worker.FileWorkerOutputs;
import dev.engine.persistence.SqliteStorage;
import dev.engine.services.loop.Loop;
import dev.engine.services.loop.Loop.Rest;
import dev.engine.services.worker.WorkerProfiles;
import dev.engine.services.worker.WorkerRunner;
import java.time.Duration;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** The workers of one home, as a running engine cares for them. */
final class WorkerCare {

  /**
   * Between two looks for whoever is new, and for the end of programs that an earlier engine has
   * started; those of this one ring.
   */
  private static final Duration LOOK_EVERY = Duration.ofMillis(250);

  /** While nobody is at work: each look costs an idle engine 0.03 % of a core. */
  private static final Duration LOOK_EVERY_WHEN_IDLE = Duration.ofSeconds(1);

  private final Bell bell = new Bell();
  private final WorkerRunner runner;

  WorkerCare(
      HomeFolder home,
      SqliteStorage storage,
      Means means,
      InstantSource clock,
      RandomGenerator random) {
    this.runner =
        new WorkerRunner(
            storage.as(Actor.ENGINE),
            new WorkerRunner.Machine(
                means.programs(), new FileWorkerOutputs(home.outputs()), WorkerCare::awake),
            new WorkerRunner.Setting(means.profiles(), home, bell::ring),
            clock,
            random);
  }

  /** Linux counts no time for it in which the machine sleeps. */
  private static Duration awake() {
    return Duration.ofNanos(System.nanoTime());
  }

  /** What runs them, and how. */
  record Means(WorkerPrograms programs, WorkerProfiles profiles) {}

  Loop loop() {
    return new Loop("workers", LOOK_EVERY, Loop.SHORT_REST, this::round);
  }

  /** The pause is part of the round, so that the bell can end it. */
  private Rest round() {
    runner.run();
    bell.await(runner.isBusy() ? LOOK_EVERY : LOOK_EVERY_WHEN_IDLE);
    return Rest.MORE_TO_DO;
  }
}
