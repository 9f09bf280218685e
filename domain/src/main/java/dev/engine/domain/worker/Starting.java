package dev.engine.domain.worker;

/** What became of a request to mark a worker as started. */
public sealed interface Starting {

  /** This request started it. */
  record StartedNow(Worker worker) implements Starting {}

  /** It had started or failed already; nothing was changed. */
  record NotPending(Worker worker) implements Starting {}

  /** There is no such worker. */
  record NoSuchWorker(WorkerId id) implements Starting {}
}
