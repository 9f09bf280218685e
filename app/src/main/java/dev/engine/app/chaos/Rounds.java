package dev.engine.app.chaos;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Tries places in the runs of all scripts, round after round, each with a seed of its own: first
 * one of each script in turn, and of each script in no order.
 *
 * @param <T> a place in a rehearsed run at which something is to happen
 */
final class Rounds<T> {

  /** Finds the places of a run. */
  @FunctionalInterface
  interface Places<T> {

    /**
     * The places, in any order that the same rehearsal gives again.
     *
     * @param folder for what has to be made to find them
     * @param trials that are told if the run itself goes wrong
     */
    List<T> of(Rehearsal rehearsal, Path folder, Trials trials);
  }

  /** Has something happen at a place, and tells what came of it. */
  @FunctionalInterface
  interface Attempt<T> {

    /**
     * Adds one trial.
     *
     * @param folder for the stores of this round
     */
    void at(T place, Path folder, Trials trials);
  }

  /** Has something happen at many places of a round. */
  @FunctionalInterface
  interface Attempts<T> {

    /** Adds a trial for each of {@code chosen} until {@code budget} is over. */
    void at(List<T> chosen, Path folder, Budget budget, Trials trials);
  }

  private final Path scratch;
  private final Blank blank;
  private final Places<T> places;
  private final Attempts<T> attempts;

  private Rounds(Path scratch, Places<T> places, Attempts<T> attempts) {
    this.scratch = scratch;
    this.blank = new Blank(scratch);
    this.places = places;
    this.attempts = attempts;
  }

  /**
   * Each place by itself, in the order in which they were drawn.
   *
   * @param scratch an empty folder for all of it
   */
  static <T> Rounds<T> ofEach(Path scratch, Places<T> places, Attempt<T> attempt) {
    return ofAll(
        scratch,
        places,
        (chosen, folder, budget, trials) ->
            Crew.share(chosen, budget, place -> attempt.at(place, folder, trials)));
  }

  /** All places of a round at once, for whoever has a better order. */
  static <T> Rounds<T> ofAll(Path scratch, Places<T> places, Attempts<T> attempts) {
    return new Rounds<>(scratch, places, attempts);
  }

  /** As {@link Experiment#run} has it. */
  Trials run(long seed, Budget budget) {
    Trials trials = new Trials();
    for (long round = seed; trials.count() < budget.most() && !budget.isOver(); round++) {
      Path folder = Folders.made(scratch.resolve("seed-" + round));
      List<T> all = all(round, folder, budget, trials);
      int left = Math.min(all.size(), budget.most() - trials.count());
      attempts.at(all.subList(0, left), folder, budget, trials);
      Folders.delete(folder);
    }
    return trials;
  }

  private List<T> all(long seed, Path folder, Budget budget, Trials trials) {
    Map<Scenario, List<T>> found = Collections.synchronizedMap(new EnumMap<>(Scenario.class));
    Crew.share(
        List.of(Scenario.values()),
        budget,
        scenario -> {
          Path own = folder.resolve(scenario.name());
          List<T> ofOne =
              new ArrayList<>(places.of(Rehearsal.of(scenario, seed, own, blank), own, trials));
          Collections.shuffle(ofOne, new Random(seed));
          found.put(scenario, ofOne);
        });
    return Turns.of(List.copyOf(found.values()));
  }
}
