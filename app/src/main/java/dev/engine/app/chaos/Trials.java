package dev.engine.app.chaos;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What came of the tries of an experiment. Safe for use by several threads. */
final class Trials {

  /** More do not help to see what is wrong. */
  private static final int MOST_TOLD = 20;

  private final Set<String> distinct = new HashSet<>();
  private final Map<String, Integer> kinds = new TreeMap<>();
  private final List<String> broken = new ArrayList<>();
  private int count;

  /**
   * A try is over.
   *
   * @param what tells it from all others
   * @param kind for the statistics
   * @param problems one line each; empty if the invariant held
   */
  synchronized void add(String what, String kind, List<String> problems) {
    count++;
    distinct.add(what);
    kinds.merge(kind, 1, Integer::sum);
    if (broken.size() < MOST_TOLD) {
      problems.forEach(problem -> broken.add(what + ": " + problem));
    }
  }

  synchronized int count() {
    return count;
  }

  synchronized int distinctCount() {
    return distinct.size();
  }

  /** How many tries there were of each kind, by its name. */
  synchronized Map<String, Integer> kinds() {
    return new TreeMap<>(kinds);
  }

  /** One line for each problem, the first of them; empty if the invariant held. */
  synchronized List<String> broken() {
    return List.copyOf(broken);
  }
}
