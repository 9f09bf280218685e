package dev.engine.domain.worker;

/** What became of an order that was handed over. */
public sealed interface Spawning {

  /** A new worker waits for its turn. */
  record Spawned(Worker worker) implements Spawning {}

  /** A worker with the same dedupe key is pending or running; nothing was changed. */
  record SpawnedBefore(Worker worker) implements Spawning {}

  /** It depends on a worker that does not exist; nothing was changed. */
  record NoSuchDependency(WorkerId id) implements Spawning {}
}
