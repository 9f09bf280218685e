package dev.engine.domain.request;

import dev.engine.domain.Limit;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** {@link IdempotentRequests} for the tests of everything above storage. */
public final class InMemoryIdempotentRequests implements IdempotentRequests {

  private record Answered(Fingerprint fingerprint, Instant at, Reply reply) {}

  private final Map<RequestKey, Answered> byKey = new HashMap<>();

  @Override
  public synchronized Once once(
      RequestKey key, Fingerprint fingerprint, Instant at, Supplier<Reply> act) {
    Answered before = byKey.get(key);
    if (before == null) {
      Reply reply = act.get();
      byKey.put(key, new Answered(fingerprint, at, reply));
      return new Once.Done(reply);
    }
    return before.fingerprint().equals(fingerprint)
        ? new Once.DoneBefore(before.reply())
        : new Once.OtherRequest();
  }

  @Override
  public synchronized Reply inOneStep(Supplier<Reply> act) {
    return act.get();
  }

  @Override
  public synchronized int forget(Instant before, Limit most) {
    List<RequestKey> old =
        byKey.entrySet().stream()
            .filter(entry -> entry.getValue().at().isBefore(before))
            .sorted(Comparator.comparing(entry -> entry.getValue().at()))
            .limit(most.rows())
            .map(Map.Entry::getKey)
            .toList();
    old.forEach(byKey::remove);
    return old.size();
  }
}
