package dev.engine.domain.hook;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the calls of a while fared. What came in by the spool took no session's time, so it is
 * counted and not measured.
 *
 * @param since when the while began
 * @param tallies by {@link HookTally#IN_ORDER}
 */
public record HookLoad(Instant since, List<HookTally> tallies) {

  /** From what memory answers at once to the longest that a hook may take. */
  private static final List<Duration> BOUNDS =
      Stream.of(1, 2, 4, 8, 15, 25, 50, 100, 250, 500, 1_000, 2_000)
          .map(Duration::ofMillis)
          .toList();

  public HookLoad {
    tallies = List.copyOf(tallies);
  }

  /**
   * Calls that took about as long.
   *
   * @param upTo the longest of them; null for no limit
   */
  public record Bucket(@Nullable Duration upTo, int count) {}

  /** How many calls of one door had one outcome. */
  public record Arrivals(Door door, HookOutcome outcome, int count) {

    private Arrivals and(int more) {
      return new Arrivals(door, outcome, count + more);
    }
  }

  /** How many there were. */
  public int count() {
    return count(tallies.stream());
  }

  /** How many held their session up for more than {@link Arrival#BUDGET}. */
  public int overBudgetCount() {
    return count(measured().filter(tally -> tally.took().compareTo(Arrival.BUDGET) > 0));
  }

  /**
   * The shortest time that {@code percent} of 100 took no longer than; empty if nothing was
   * measured.
   */
  public Optional<Duration> percentile(int percent) {
    List<HookTally> fastestFirst =
        measured().sorted(Comparator.comparing(HookTally::took)).toList();
    long rank = (count(fastestFirst.stream()) * (long) percent + 99) / 100;
    long seen = 0;
    for (HookTally tally : fastestFirst) {
      seen += tally.count();
      if (seen >= rank) {
        return Optional.of(tally.took());
      }
    }
    return Optional.empty();
  }

  /** All that were measured, the fastest at the front; no bucket is left out. */
  public List<Bucket> buckets() {
    List<Bucket> buckets = new ArrayList<>();
    int before = 0;
    for (Duration bound : BOUNDS) {
      int upTo = count(measured().filter(tally -> tally.took().compareTo(bound) <= 0));
      buckets.add(new Bucket(bound, upTo - before));
      before = upTo;
    }
    buckets.add(new Bucket(null, count(measured()) - before));
    return List.copyOf(buckets);
  }

  /** How many came in by which door with which outcome, in their order. */
  public List<Arrivals> arrivals() {
    List<Arrivals> all = new ArrayList<>();
    for (HookTally tally : tallies) {
      Arrivals last = all.isEmpty() ? null : all.getLast();
      if (last != null && last.door() == tally.door() && last.outcome() == tally.outcome()) {
        all.removeLast();
        all.add(last.and(tally.count()));
      } else {
        all.add(new Arrivals(tally.door(), tally.outcome(), tally.count()));
      }
    }
    return List.copyOf(all);
  }

  private Stream<HookTally> measured() {
    return tallies.stream().filter(tally -> tally.door() != Door.SPOOL);
  }

  private static int count(Stream<HookTally> some) {
    return some.mapToInt(HookTally::count).sum();
  }
}
