package dev.engine.domain.worker;

/** What became of a report of a worker. */
public sealed interface Reporting {

  /** It is stored. */
  record Reported(Worker worker) implements Reporting {}

  /** It is not at work; nothing was changed. */
  record NotRunning(Worker worker) implements Reporting {}

  /** There is no such worker. */
  record NoSuchWorker(WorkerId id) implements Reporting {}
}
