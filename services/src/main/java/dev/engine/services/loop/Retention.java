package dev.engine.services.loop;

import dev.engine.domain.Limit;
import dev.engine.domain.Storage;
import dev.engine.domain.journal.Pruning.MoreLeft;
import dev.engine.services.loop.Loop.Rest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Forgets what is older than anybody wants to know, a little at a time, once the clock has gone
 * steadily for a while: one that is a year ahead, as before a machine that has just started is told
 * the time, would have all forgotten.
 */
public final class Retention implements Loop.Work {

  /** A few milliseconds of the one writer, who has others to serve. */
  private static final Limit BATCH = new Limit(500);

  /** A machine that was started with a wrong clock is mostly told the time within minutes. */
  private static final Duration SETTLING = Duration.ofMinutes(30);

  /** Longer than from one round to the next. */
  private static final Duration JUMP = Duration.ofDays(1);

  private final Storage storage;
  private final Periods periods;
  private final InstantSource clock;
  private @Nullable Instant steadySince;
  private @Nullable Instant lastAt;

  public Retention(Storage storage, Periods periods, InstantSource clock) {
    this.storage = storage;
    this.periods = periods;
    this.clock = clock;
  }

  /** How long things are remembered. */
  public record Periods(
      Duration events,
      Duration hookCalls,
      Duration contextSamples,
      Duration requests,
      Duration toolCalls) {}

  @Override
  public Rest run() {
    Instant now = clock.instant();
    if (!isSettled(now)) {
      return Rest.NOTHING_LEFT;
    }
    boolean isMore =
        storage.journal().prune(now.minus(periods.events()), BATCH) instanceof MoreLeft;
    isMore |= isFull(storage.hookCalls().forget(now.minus(periods.hookCalls()), BATCH));
    isMore |= isFull(storage.contextSamples().forget(now.minus(periods.contextSamples()), BATCH));
    isMore |= isFull(storage.idempotentRequests().forget(now.minus(periods.requests()), BATCH));
    isMore |= isFull(storage.toolCalls().forget(now.minus(periods.toolCalls()), BATCH));
    return isMore ? Rest.MORE_TO_DO : Rest.NOTHING_LEFT;
  }

  private boolean isSettled(Instant now) {
    boolean isSteady = lastAt != null && !now.isBefore(lastAt) && now.isBefore(lastAt.plus(JUMP));
    Instant since = isSteady && steadySince != null ? steadySince : now;
    steadySince = since;
    lastAt = now;
    return !now.isBefore(since.plus(SETTLING));
  }

  private static boolean isFull(int forgotten) {
    return forgotten == BATCH.rows();
  }
}
