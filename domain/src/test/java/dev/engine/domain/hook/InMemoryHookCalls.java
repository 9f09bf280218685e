package dev.engine.domain.hook;

import dev.engine.domain.Limit;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** {@link HookCalls} for the tests of everything above storage. */
public final class InMemoryHookCalls implements HookCalls {

  private static final Comparator<RecordedCall> OLDEST_FIRST =
      Comparator.comparing(RecordedCall::at)
          .thenComparing(call -> call.arrival().eventId().value());

  private final Map<HookEventId, RecordedCall> byId = new HashMap<>();
  private final Set<HookEventId> again = new HashSet<>();

  @Override
  public synchronized Recording record(RecordedCall call) {
    RecordedCall before = byId.putIfAbsent(call.arrival().eventId(), call);
    return before == null ? new Recording.RecordedNow(call) : new Recording.RecordedBefore(before);
  }

  @Override
  public synchronized Optional<RecordedCall> find(HookEventId id) {
    return Optional.ofNullable(byId.get(id));
  }

  @Override
  public synchronized List<HookTally> tally(Instant since) {
    return byId.values().stream()
        .filter(call -> !call.at().isBefore(since))
        .map(InMemoryHookCalls::tally)
        .collect(Collectors.groupingBy(Function.identity(), Collectors.summingInt(one -> 1)))
        .entrySet()
        .stream()
        .map(
            same ->
                new HookTally(
                    same.getKey().door(),
                    same.getKey().outcome(),
                    same.getKey().took(),
                    same.getValue()))
        .sorted(HookTally.IN_ORDER)
        .toList();
  }

  private static HookTally tally(RecordedCall call) {
    long grains = call.arrival().took().dividedBy(HookTally.GRAIN);
    return new HookTally(
        call.arrival().door(), call.outcome(), HookTally.GRAIN.multipliedBy(grains), 1);
  }

  /** Remembers that {@code call} came again by a later way, and says whether it did. */
  public synchronized boolean markAgain(HookEventId call, Door by) {
    RecordedCall handled = byId.get(call);
    boolean isAgain = handled != null && by.comesAfter(handled.arrival().door());
    if (isAgain) {
      again.add(call);
    }
    return isAgain;
  }

  /** Whether {@code call} came again by a later way. */
  public synchronized boolean cameAgain(HookEventId call) {
    return again.contains(call);
  }

  @Override
  public synchronized List<RecordedCall> recent(Limit limit) {
    return byId.values().stream().sorted(OLDEST_FIRST.reversed()).limit(limit.rows()).toList();
  }

  @Override
  public synchronized int forget(Instant before, Limit most) {
    List<RecordedCall> old =
        byId.values().stream()
            .filter(call -> call.at().isBefore(before))
            .sorted(OLDEST_FIRST)
            .limit(most.rows())
            .toList();
    old.forEach(call -> byId.remove(call.arrival().eventId()));
    return old.size();
  }
}
