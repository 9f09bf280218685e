package dev.engine.domain.serving;

/** What became of an attempt to take an instance lock. */
public sealed interface Taking {

  /** It is the caller's until it is closed. */
  record Taken(InstanceLock lock) implements Taking {}

  /** Another engine has it. */
  record HeldBy(ServingEngine engine) implements Taking {}

  /** Another process has it and has not yet said who it is. */
  record HeldByNewcomer() implements Taking {}
}
