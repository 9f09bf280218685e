package dev.engine.domain.hook;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How long the calls of one event took by one door.
 *
 * @param count how many there were, at least 1
 * @param median half of them took no longer
 * @param p99 99 of 100 took no longer
 * @param overBudgetCount how many held their session up for more than {@link Arrival#BUDGET}
 * @param refusedCount how many were no event
 */
public record HookTimes(
    String event,
    Door door,
    int count,
    Duration median,
    Duration p99,
    int overBudgetCount,
    int refusedCount) {

  private record Key(String event, Door door) {}

  /** The times of {@code calls}, by the name of the event and then by door. */
  public static List<HookTimes> of(List<RecordedCall> calls) {
    Map<Key, List<RecordedCall>> groups =
        calls.stream()
            .collect(
                Collectors.groupingBy(
                    call -> new Key(call.arrival().event(), call.arrival().door()),
                    () -> new TreeMap<>(Comparator.comparing(Key::event).thenComparing(Key::door)),
                    Collectors.toList()));
    return groups.entrySet().stream().map(group -> of(group.getKey(), group.getValue())).toList();
  }

  private static HookTimes of(Key key, List<RecordedCall> calls) {
    List<Duration> took = calls.stream().map(call -> call.arrival().took()).sorted().toList();
    return new HookTimes(
        key.event(),
        key.door(),
        took.size(),
        percentile(took, 50),
        percentile(took, 99),
        Math.toIntExact(calls.stream().filter(call -> call.arrival().isOverBudget()).count()),
        Math.toIntExact(
            calls.stream().filter(call -> call.outcome() == HookOutcome.REFUSED).count()));
  }

  /** The smallest of {@code sorted} that at least {@code percent} of them do not exceed. */
  private static Duration percentile(List<Duration> sorted, int percent) {
    int rank = (sorted.size() * percent + 99) / 100;
    return sorted.get(rank - 1);
  }
}
