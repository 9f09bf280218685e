package dev.engine.domain.worker;

/** What became of a request to run a worker again. */
public sealed interface Retrying {

  /** It waits for its turn, in a new generation. */
  record RetriedNow(Worker worker) implements Retrying {}

  /** It has not finished; nothing was changed. */
  record NotFinished(Worker worker) implements Retrying {}

  /**
   * Another worker with its dedupe key is pending or running; nothing was changed.
   *
   * @param holder that other one
   */
  record KeyTaken(Worker holder) implements Retrying {}

  /** There is no such worker. */
  record NoSuchWorker(WorkerId id) implements Retrying {}
}
