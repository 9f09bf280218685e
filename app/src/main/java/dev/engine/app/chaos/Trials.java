package dev.engine.app.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
  private final Map<String, String> figures = new LinkedHashMap<>();
  private final Map<String, Duration> longest = new HashMap<>();
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

  /**
   * Something was measured.
   *
   * @param name for people, such as {@code longest wait}
   * @param value with its unit; the last one stands
   */
  synchronized void figure(String name, String value) {
    figures.put(name, value);
  }

  /** Something took so long; the longest of all stands, in milliseconds. */
  synchronized void longest(String name, Duration length) {
    Duration before = longest.getOrDefault(name, Duration.ZERO);
    Duration now = length.compareTo(before) > 0 ? length : before;
    longest.put(name, now);
    figures.put(name, "at most %d ms".formatted(now.toMillis()));
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

  /** What was measured, by its name, in the order in which it came up. */
  synchronized Map<String, String> figures() {
    return new LinkedHashMap<>(figures);
  }

  /** One line for each problem, the first of them; empty if the invariant held. */
  synchronized List<String> broken() {
    return List.copyOf(broken);
  }
}
