package dev.engine.hooks;

import dev.engine.domain.error.EngineException;

/** How far the spool was emptied. */
public sealed interface Draining {

  /** How many events were taken out of the spool. */
  int count();

  /** Nothing waits any more. */
  record Emptied(int count) implements Draining {}

  /** The time was up. */
  record TimeIsUp(int count) implements Draining {}

  /** The rest cannot be stored now and stays where it is. */
  record Halted(int count, EngineException reason) implements Draining {}
}
