package dev.engine.services.loop;

/** Who is told when a round of a loop fails. */
@FunctionalInterface
public interface LoopObserver {

  /** A round of the loop failed; the loop goes on. */
  void failed(String loop, RuntimeException failure);
}
