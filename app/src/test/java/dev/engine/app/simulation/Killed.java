package dev.engine.app.simulation;

/** A process ends where it stands. */
final class Killed extends Error {
  private static final long serialVersionUID = 1L;
}
