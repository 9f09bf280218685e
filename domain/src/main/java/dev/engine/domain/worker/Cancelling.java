package dev.engine.domain.worker;

/** What became of a request to cancel a worker. */
public sealed interface Cancelling {

  /** It was not at work and is cancelled; its owner will be told. */
  record CancelledNow(Worker worker) implements Cancelling {}

  /** It is at work; who runs it will end it. */
  record Requested(Worker worker) implements Cancelling {}

  /** It had finished; nothing was changed. */
  record FinishedBefore(Worker worker) implements Cancelling {}

  /** There is no such worker. */
  record NoSuchWorker(WorkerId id) implements Cancelling {}
}
