package dev.engine.services;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is costly to get and seldom changes, asked for anew when it is older than a while.
 * A failure is not kept. Safe for several threads, of which one asks.
 */
public final class Remembered<T> implements Supplier<T> {

  private record Answer<T>(T value, Instant at) {}

  private final Supplier<T> source;
  private final Duration lasting;
  private final InstantSource clock;
  private @Nullable Answer<T> last;

  /**
   * @param lasting how old an answer may be
   */
  public Remembered(Supplier<T> source, Duration lasting, InstantSource clock) {
    this.source = source;
    this.lasting = lasting;
    this.clock = clock;
  }

  @Override
  public synchronized T get() {
    Instant now = clock.instant();
    Answer<T> known = last;
    if (known == null || !isFresh(known, now)) {
      known = new Answer<>(source.get(), now);
      last = known;
    }
    return known.value();
  }

  /** One from the future is not: the clock was set back, and nobody knows how old it is. */
  private boolean isFresh(Answer<T> answer, Instant now) {
    return !answer.at().isAfter(now) && answer.at().plus(lasting).isAfter(now);
  }
}
