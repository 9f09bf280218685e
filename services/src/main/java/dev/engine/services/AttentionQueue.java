package dev.engine.services;

import dev.engine.domain.Limit;
import dev.engine.domain.Page;
import dev.engine.domain.Storage;
import dev.engine.domain.attention.AttentionItem;
import dev.engine.domain.hook.HookBacklog;
import dev.engine.domain.mission.Mission;
import dev.engine.domain.ping.PingFilter;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionFilter;
import dev.engine.domain.worker.Worker;
import dev.engine.domain.worker.WorkerFilter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What waits for the person, of all kinds. An item goes by itself when its cause does. */
public final class AttentionQueue {

  /** Nothing undoes a worker's failure, so time takes it off the list; its record stays. */
  private static final Duration FAILURE_SHOWN_FOR = Duration.ofDays(7);

  /** Of each kind; nobody reads on beyond it. */
  private static final Limit ENOUGH = new Limit(1_000);

  private static final Page FRONT = Page.first(ENOUGH);

  private final Storage storage;
  private final Supplier<HookBacklog> hooks;
  private final InstantSource clock;

  public AttentionQueue(Storage storage, Supplier<HookBacklog> hooks, InstantSource clock) {
    this.storage = storage;
    this.hooks = hooks;
    this.clock = clock;
  }

  /** What waits now, the worst at the front; of the equally bad, what has waited longest. */
  public List<AttentionItem> list(Limit limit) {
    Instant now = clock.instant();
    return Stream.of(
            pings(now), waitingSessions(), failedWorkers(now), failingMissions(), setAsideEvents())
        .flatMap(items -> items)
        .sorted(AttentionItem.WORST_FIRST)
        .limit(limit.rows())
        .toList();
  }

  private Stream<AttentionItem> pings(Instant now) {
    return storage.pings().list(PingFilter.OPEN, FRONT).items().stream()
        .filter(ping -> ping.needsAttentionAt(now))
        .map(AttentionItem::of);
  }

  private Stream<AttentionItem> waitingSessions() {
    return storage.sessionViews().list(SessionFilter.LIVE, FRONT).items().stream()
        .flatMap(
            session ->
                session.state() instanceof Session.State.Waiting waiting
                    ? Stream.of(AttentionItem.of(session, waiting))
                    : Stream.empty());
  }

  private Stream<AttentionItem> failedWorkers(Instant now) {
    Instant since = now.minus(FAILURE_SHOWN_FOR);
    return storage.workers().list(WorkerFilter.FAILED, FRONT).items().stream()
        .flatMap(
            worker ->
                worker.state() instanceof Worker.State.Failed failed && failed.at().isAfter(since)
                    ? Stream.of(AttentionItem.of(worker, failed))
                    : Stream.empty());
  }

  private Stream<AttentionItem> failingMissions() {
    return storage.missions().failing(ENOUGH).stream()
        .flatMap(
            mission ->
                mission.state() instanceof Mission.State.Failed failed
                    ? failing(mission, failed)
                    : Stream.empty());
  }

  private Stream<AttentionItem> failing(Mission mission, Mission.State.Failed failed) {
    return storage.scheduledMissions().find(mission.slot().mission()).stream()
        .map(scheduled -> AttentionItem.of(scheduled, mission, failed));
  }

  private Stream<AttentionItem> setAsideEvents() {
    HookBacklog left = hooks.get();
    Instant since = left.setAsideSince();
    return since == null
        ? Stream.empty()
        : Stream.of(AttentionItem.ofSetAside(left.setAsideCount(), since));
  }
}
