package dev.engine.domain.worker;

/** What became of the news that an attempt has ended. */
public sealed interface Finishing {

  /** Its worker is complete, has failed or is cancelled with it, and the owner will be told. */
  record Finished(Worker worker) implements Finishing {}

  /** Its worker is pending again: it is tried once more, or waits for an answer. */
  record GoesOn(Worker worker) implements Finishing {}

  /** It had ended already; nothing was changed. */
  record FinishedBefore(Attempt attempt) implements Finishing {}

  /** There is no such attempt. */
  record NoSuchAttempt(AttemptId id) implements Finishing {}
}
