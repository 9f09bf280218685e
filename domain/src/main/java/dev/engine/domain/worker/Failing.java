package dev.engine.domain.worker;

/** What became of a request to mark a worker as failed. */
public sealed interface Failing {

  /** This request failed it, and its owner will be told. */
  record FailedNow(Worker worker) implements Failing {}

  /** It had completed or failed already; nothing was changed. */
  record FinishedBefore(Worker worker) implements Failing {}

  /** There is no such worker. */
  record NoSuchWorker(WorkerId id) implements Failing {}
}
