package dev.engine.services.loop;

import dev.engine.domain.Limit;
import dev.engine.domain.Storage;
import dev.engine.domain.journal.Pruning.MoreLeft;
import dev.engine.services.loop.Loop.Rest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Forgets what is older than anybody wants to know, a little at a time. */
public final class Retention implements Loop.Work {

  /** A few milliseconds of the one writer, who has others to serve. */
  private static final Limit BATCH = new Limit(500);

  private final Storage storage;
  private final Periods periods;
  private final InstantSource clock;

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
    boolean isMore =
        storage.journal().prune(now.minus(periods.events()), BATCH) instanceof MoreLeft;
    isMore |= isFull(storage.hookCalls().forget(now.minus(periods.hookCalls()), BATCH));
    isMore |= isFull(storage.contextSamples().forget(now.minus(periods.contextSamples()), BATCH));
    isMore |= isFull(storage.idempotentRequests().forget(now.minus(periods.requests()), BATCH));
    isMore |= isFull(storage.toolCalls().forget(now.minus(periods.toolCalls()), BATCH));
    return isMore ? Rest.MORE_TO_DO : Rest.NOTHING_LEFT;
  }

  private static boolean isFull(int forgotten) {
    return forgotten == BATCH.rows();
  }
}
