package dev.engine.services.loop;

import dev.engine.domain.Limit;
import dev.engine.domain.hook.HookCalls;
import dev.engine.domain.journal.Journal;
import dev.engine.domain.journal.Pruning.MoreLeft;
import dev.engine.domain.request.IdempotentRequests;
import dev.engine.services.loop.Loop.Rest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Forgets what is older than anybody wants to know, a little at a time. */
public final class Retention implements Loop.Work {

  /** A few milliseconds of the one writer, who has others to serve. */
  private static final Limit BATCH = new Limit(500);

  private final Journal journal;
  private final HookCalls hookCalls;
  private final IdempotentRequests requests;
  private final Periods periods;
  private final InstantSource clock;

  public Retention(
      Journal journal,
      HookCalls hookCalls,
      IdempotentRequests requests,
      Periods periods,
      InstantSource clock) {
    this.journal = journal;
    this.hookCalls = hookCalls;
    this.requests = requests;
    this.periods = periods;
    this.clock = clock;
  }

  /** How long things are remembered. */
  public record Periods(Duration events, Duration hookCalls, Duration requests) {}

  @Override
  public Rest run() {
    Instant now = clock.instant();
    boolean isMore = journal.prune(now.minus(periods.events()), BATCH) instanceof MoreLeft;
    isMore |= hookCalls.forget(now.minus(periods.hookCalls()), BATCH) == BATCH.rows();
    isMore |= requests.forget(now.minus(periods.requests()), BATCH) == BATCH.rows();
    return isMore ? Rest.MORE_TO_DO : Rest.NOTHING_LEFT;
  }
}
