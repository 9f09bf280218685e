package dev.engine.services;

import dev.engine.domain.Limit;
import dev.engine.domain.hook.HookBacklog;
import dev.engine.domain.hook.HookCalls;
import dev.engine.domain.hook.HookTimes;
import java.util.List;
import java.util.function.Supplier;

/** What can be told of the hooks themselves: how long they take, and what they left behind. */
public final class FlightRecorder {

  /** Of the newest calls only: what was slow last week and is not today is no trouble. */
  private static final Limit NEWEST = new Limit(1_000);

  private final HookCalls calls;
  private final Supplier<HookBacklog> backlog;

  public FlightRecorder(HookCalls calls, Supplier<HookBacklog> backlog) {
    this.calls = calls;
    this.backlog = backlog;
  }

  /** How long the newest 1,000 calls took, by the name of their event and then by door. */
  public List<HookTimes> times() {
    return HookTimes.of(calls.recent(NEWEST));
  }

  /** What hooks have left behind. */
  public HookBacklog backlog() {
    return backlog.get();
  }
}
