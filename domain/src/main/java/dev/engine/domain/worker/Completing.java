package dev.engine.domain.worker;

/** What became of a request to mark a worker as complete. */
public sealed interface Completing {

  /** This request completed it, and its owner will be told. */
  record CompletedNow(Worker worker) implements Completing {}

  /** It had not started, or had finished already; nothing was changed. */
  record NotRunning(Worker worker) implements Completing {}

  /** There is no such worker. */
  record NoSuchWorker(WorkerId id) implements Completing {}
}
