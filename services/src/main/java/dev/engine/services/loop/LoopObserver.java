package dev.engine.services.loop;

/** Who is told when rounds of a loop fail. */
@FunctionalInterface
public interface LoopObserver {

  /**
   * A round of the loop failed; the loop goes on. Of many in a row not each is told.
   *
   * @param loop how it has fared, with this round
   */
  void failed(LoopStatus loop, Throwable failure);
}
