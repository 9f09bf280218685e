package dev.engine.domain.worker;

/** What became of the news that an attempt has a process. */
public sealed interface Launching {

  /** It is stored. */
  record Launched(Attempt attempt) implements Launching {}

  /** It has ended already; nothing was changed. */
  record EndedBefore(Attempt attempt) implements Launching {}

  /** There is no such attempt. */
  record NoSuchAttempt(AttemptId id) implements Launching {}
}
