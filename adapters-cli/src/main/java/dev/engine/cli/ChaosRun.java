package dev.engine.cli;

import dev.engine.domain.error.EngineException.Conflict;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Experiments that break what a store stands on, in scratch stores that nobody needs. */
public interface ChaosRun {

  /** Their names, in kebab case, in the order in which they are carried out. */
  List<String> names();

  /**
   * Carries experiments out, one after another, in a folder of their own that is removed after
   * them.
   *
   * @param names which, of {@link #names}
   * @param wish how
   * @param listener is told what came of each as soon as it is over
   * @return whether all of them came to their end
   * @throws Conflict if the folder is there already
   */
  End carryOut(List<String> names, Wish wish, Consumer<Result> listener);

  /** How carrying out experiments ended. */
  enum End {
    REACHED,
    /** Somebody has asked this process to end. */
    INTERRUPTED
  }

  /**
   * How experiments are to be carried out.
   *
   * @param seed the same seed tries the same in the same order
   * @param time for all of them together, about
   * @param folder is not there yet; null for one among the temporary files
   */
  record Wish(long seed, Duration time, @Nullable Path folder) {}

  /** What came of an experiment. */
  sealed interface Result {

    /** In kebab case. */
    String experiment();

    /** What must hold, in words. */
    String invariant();

    /**
     * It was carried out.
     *
     * @param kinds how many tries there were of each kind, by its name
     * @param figures what was measured, with its unit, by its name, in their order
     * @param broken one line for each time that the invariant did not hold, the first of them
     */
    record Tried(
        String experiment,
        String invariant,
        int tries,
        Map<String, Integer> kinds,
        Map<String, String> figures,
        List<String> broken)
        implements Result {

      public Tried {
        broken = List.copyOf(broken);
      }
    }

    /**
     * It was not.
     *
     * @param reason in words
     */
    record LeftOut(String experiment, String invariant, String reason) implements Result {}
  }
}
