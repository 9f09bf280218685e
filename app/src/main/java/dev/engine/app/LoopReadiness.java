package dev.engine.app;

import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.services.loop.LoopStatus;
import java.util.List;
import java.util.Optional;

/** Whether the loops of an engine leave it fit to be relied on. */
final class LoopReadiness {

  /** Loops whose failure makes the engine unready, for what they find costs acknowledged writes. */
  private static final List<String> VITAL = List.of("quick-check", "store-files");

  private LoopReadiness() {}

  /**
   * Nothing, as long as each loop goes on and none has found that the store is lost.
   *
   * @throws StorageUnavailable with what is wrong
   */
  static void require(List<LoopStatus> loops) {
    Optional<String> trouble = loops.stream().flatMap(loop -> trouble(loop).stream()).findFirst();
    if (trouble.isPresent()) {
      throw new StorageUnavailable(trouble.get());
    }
  }

  private static Optional<String> trouble(LoopStatus loop) {
    if (loop.hasEnded()) {
      return Optional.of(
          "the loop %s has ended, and goes on only in an engine that is started anew"
              .formatted(loop.name()));
    }
    return VITAL.contains(loop.name()) && loop.failuresInARow() > 0
        ? Optional.of(String.valueOf(loop.lastFailure()))
        : Optional.empty();
  }
}
