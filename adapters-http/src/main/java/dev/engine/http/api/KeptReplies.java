package dev.engine.http.api;

import dev.engine.domain.Changes;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * The replies to requests that only read the store, each kept for as long as nothing is stored.
 *
 * <p>The store is asked for its version at every request, after it came. A reply is given again
 * only if that is the version of before it was made: then nobody has stored anything in between,
 * and who was told that a write is done reads it in the next reply.
 *
 * <p>Safe for several threads. What several want at the same time is made once.
 */
final class KeptReplies {

  /** Two hundred boards of a fleet, and little beside what the engine takes anyway. */
  private static final int MOST_BYTES = 4 << 20;

  /** One reply must not drive out all others. */
  private static final int MOST_OF_ONE = MOST_BYTES / 8;

  /** What an entry takes beside its text, roughly. */
  private static final int OVERHEAD_BYTES = 256;

  private final Changes changes;
  private final AtomicReference<Generation> current;

  /**
   * What was made since the store got one version.
   *
   * @param replies by what was asked; empty if the reply could not be made
   */
  private record Generation(
      long version,
      ConcurrentMap<String, CompletableFuture<Optional<Rendered>>> replies,
      AtomicInteger bytes) {

    static Generation of(long version) {
      return new Generation(version, new ConcurrentHashMap<>(), new AtomicInteger());
    }
  }

  KeptReplies(Changes changes) {
    this.changes = changes;
    this.current = new AtomicReference<>(Generation.of(changes.version()));
  }

  /**
   * What {@code act} replies, or has replied since anything was stored last. A failure is not kept.
   *
   * @param asked everything that the reply depends on beside the store
   * @throws StorageUnavailable if the store cannot be asked now
   */
  Rendered reply(String asked, Supplier<Rendered> act) {
    Generation generation = asOf(changes.version());
    CompletableFuture<Optional<Rendered>> known = generation.replies.get(asked);
    if (known != null) {
      return known.join().orElseGet(act);
    }
    CompletableFuture<Optional<Rendered>> own = new CompletableFuture<>();
    CompletableFuture<Optional<Rendered>> other = generation.replies.putIfAbsent(asked, own);
    return other == null ? made(generation, asked, own, act) : other.join().orElseGet(act);
  }

  private Generation asOf(long version) {
    return current.updateAndGet(known -> known.version == version ? known : Generation.of(version));
  }

  private Rendered made(
      Generation generation,
      String asked,
      CompletableFuture<Optional<Rendered>> own,
      Supplier<Rendered> act) {
    Optional<Rendered> made = Optional.empty();
    try {
      Rendered reply = act.get();
      made = Optional.of(reply);
      return reply;
    } finally {
      keep(generation, asked, own, made);
      own.complete(made);
    }
  }

  /** When too much is kept, all of it goes: what is still asked for is soon there again. */
  private void keep(
      Generation generation,
      String asked,
      CompletableFuture<Optional<Rendered>> own,
      Optional<Rendered> made) {
    int size =
        made.map(reply -> OVERHEAD_BYTES + 2 * asked.length() + reply.body().length)
            .orElse(Integer.MAX_VALUE);
    if (size > MOST_OF_ONE) {
      generation.replies.remove(asked, own);
    } else if (generation.bytes.addAndGet(size) > MOST_BYTES) {
      current.compareAndSet(generation, Generation.of(generation.version));
    }
  }
}
