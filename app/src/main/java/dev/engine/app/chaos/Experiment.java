package dev.engine.app.chaos;

import java.nio.file.Path;
import java.util.Optional;

/** Something is broken on purpose, in scratch stores, and an invariant is to hold all the same. */
interface Experiment {

  /** In kebab case, such as {@code kill-points}. */
  String name();

  /** What must hold, in words for a person. */
  String invariant();

  /** Why it cannot be carried out on this machine, in words; empty if it can. */
  Optional<String> lacking();

  /**
   * Tries until the budget is used up. The same seed tries the same, in the same order.
   *
   * @param scratch an empty folder, whose contents nobody needs afterwards
   */
  Trials run(long seed, Budget budget, Path scratch);
}
