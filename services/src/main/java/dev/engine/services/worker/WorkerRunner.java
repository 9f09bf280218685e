package dev.engine.services.worker;

import dev.engine.domain.Changes;
import dev.engine.domain.Limit;
import dev.engine.domain.Storage;
import dev.engine.domain.error.EngineException;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.domain.host.WakingTime;
import dev.engine.domain.host.WorkerOutputs;
import dev.engine.domain.host.WorkerPrograms;
import dev.engine.domain.host.WorkerPrograms.Look;
import dev.engine.domain.host.WorkerPrograms.Nudge;
import dev.engine.domain.host.WorkerPrograms.Starting;
import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.session.ClaudeSessionId;
import dev.engine.domain.worker.AttemptEnd;
import dev.engine.domain.worker.AttemptId;
import dev.engine.domain.worker.Claiming;
import dev.engine.domain.worker.Claiming.Claimed;
import dev.engine.domain.worker.WorkUnderway;
import dev.engine.domain.worker.Worker;
import dev.engine.domain.worker.WorkerId;
import dev.engine.domain.worker.WorkerQueue;
import dev.engine.services.loop.Loop;
import dev.engine.services.loop.Loop.Rest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Runs workers: begins those whose turn it is, watches them, and records what came of them. What
 * ran when it came is its own from then on; so it may be killed at any moment, and the next one
 * loses nothing and does nothing twice.
 *
 * <p>A round costs next to nothing when nothing has changed. For one thread; only one engine at a
 * time may run the workers of a store.
 */
public final class WorkerRunner implements Loop.Work {

  /** Far more than ever run at a time. */
  private static final Limit ALL = new Limit(1_000);

  /** After the longest rest a round comes sooner; if not, this engine did not run in between. */
  private static final Duration LONGEST_ROUND = Duration.ofSeconds(10);

  private final WorkerQueue queue;
  private final Changes changes;
  private final WorkerPrograms programs;
  private final WorkerOutputs outputs;
  private final WakingTime time;
  private final Setting setting;
  private final Launches launches;
  private final InstantSource clock;
  private final RandomGenerator random;

  private final Map<AttemptId, Watch> watches = new LinkedHashMap<>();
  private final Setbacks setbacks = new Setbacks();

  /** Attempts that are over, of which processes are left, and since when; in that order. */
  private final Map<AttemptId, Instant> remains = new LinkedHashMap<>();

  /** When it came upon something of which the store knew nothing; null if there is none left. */
  private @Nullable Instant strangersMetAt;

  private @Nullable Duration lookedAt;
  private @Nullable Long seenVersion;
  private @Nullable Instant nextTurn;
  private boolean hasRoom;

  /**
   * @param storage in the name of whom workers begin and end
   */
  public WorkerRunner(
      Storage storage,
      Machine machine,
      Setting setting,
      InstantSource clock,
      RandomGenerator random) {
    this.queue = storage.workerQueue();
    this.changes = storage.changes();
    this.programs = machine.programs();
    this.outputs = machine.outputs();
    this.time = machine.time();
    this.setting = setting;
    this.launches = new Launches(setting.profiles(), setting.home());
    this.clock = clock;
    this.random = random;
  }

  /**
   * What runs programs, and reads what they leave.
   *
   * @param time by which they become older
   */
  public record Machine(WorkerPrograms programs, WorkerOutputs outputs, WakingTime time) {}

  /**
   * How they are run.
   *
   * @param home whose workers they are
   * @param bell is rung by any thread when a program has ended, so that the next round comes soon
   */
  public record Setting(WorkerProfiles profiles, HomeFolder home, Runnable bell) {}

  @Override
  public Rest run() {
    long version = changes.version();
    boolean isNews = seenVersion == null || seenVersion != version;
    if (isNews) {
      compare(seenVersion == null);
    }
    seenVersion = version;
    List<EngineException> failures = new ArrayList<>();
    Duration passed = passed();
    watches.values().forEach(watch -> watch.pass(passed));
    for (Watch watch : List.copyOf(watches.values())) {
      apart(() -> follow(watch), failures);
    }
    for (Map.Entry<AttemptId, Instant> left : List.copyOf(remains.entrySet())) {
      apart(() -> sweep(left.getKey(), left.getValue()), failures);
    }
    if (isNews || hasRoom || isTurn()) {
      hasRoom = true; // until it is made use of, whatever fails before
      apart(this::beginWhatCan, failures);
    }
    if (!failures.isEmpty()) {
      throw failures.getFirst();
    }
    return Rest.NOTHING_LEFT;
  }

  /** Since the last round. */
  private Duration passed() {
    Duration now = time.passed();
    Duration since = now.minus(lookedAt == null ? now : lookedAt);
    lookedAt = now;
    return since.compareTo(LONGEST_ROUND) < 0 ? since : LONGEST_ROUND;
  }

  /** One attempt that cannot be looked after must not keep the others from it. */
  private static void apart(Runnable step, List<EngineException> failures) {
    try {
      step.run();
    } catch (EngineException failure) {
      failures.add(failure);
    }
  }

  private boolean isTurn() {
    return nextTurn != null && !clock.instant().isBefore(nextTurn);
  }

  /**
   * Where the store was restored, what it begins next may bear the number of an attempt of which
   * processes are left. So they are given the time to be gone, but what cannot be killed does not
   * hold up everybody.
   */
  private boolean isHeldUp() {
    Instant met = strangersMetAt;
    boolean isHeldUp =
        met != null && remains.containsValue(Instant.EPOCH) && !isOver(met, clock.instant());
    if (!isHeldUp) {
      strangersMetAt = null;
    }
    return isHeldUp;
  }

  /** A clock that was set back measures nothing, and then nobody waits. */
  private static boolean isOver(Instant since, Instant now) {
    return now.isBefore(since) || !now.isBefore(since.plus(Watch.GRACE));
  }

  /** Whether an attempt is underway or leaves something behind, so that rounds must be frequent. */
  public boolean isBusy() {
    return !watches.isEmpty() || !remains.isEmpty();
  }

  /** Brings what is watched together with what is stored, whoever changed that. */
  private void compare(boolean isFirst) {
    Map<AttemptId, WorkUnderway> stored =
        queue.unfinished(ALL).stream()
            .collect(Collectors.toMap(work -> work.attempt().id(), work -> work));
    stored.forEach((id, work) -> watches.computeIfAbsent(id, any -> watch(work)).update(work));
    for (AttemptId id : List.copyOf(watches.keySet())) {
      if (!stored.containsKey(id)) {
        abandon(id); // somebody else has ended it
      }
    }
    if (isFirst) {
      programs.known().stream().filter(id -> !stored.containsKey(id)).forEach(this::abandon);
      strangersMetAt = clock.instant();
    }
  }

  private Watch watch(WorkUnderway work) {
    Duration own = work.worker().order().timeout();
    return new Watch(work, own == null ? profile(work.worker()).timeout() : own);
  }

  private WorkerProfile profile(Worker worker) {
    return setting.profiles().of(worker.task().primitive());
  }

  private void follow(Watch watch) {
    switch (programs.look(watch.id())) {
      case Look.Begins begins -> {
        // Its next round tells.
      }
      case Look.NotBegun notBegun -> giveUp(watch);
      case Look.Runs runs -> {
        watch.see(runs.age());
        setbacks.begun(watch.id().worker());
        if (watch.work().attempt().process() == null) { // an engine was killed before it said so
          queue.launched(watch.id(), runs.wrapper(), clock.instant());
        }
        watch.nudge().ifPresent(nudge -> programs.signal(watch.id(), nudge));
      }
      case Look.Ended ended -> end(watch, ended);
      case Look.Vanished vanished -> bury(watch);
    }
  }

  /** Nobody is about to begin it; but if somebody has by now, it goes on. */
  private void giveUp(Watch watch) {
    if (programs.revoke(watch.id()) instanceof Look.NotBegun) {
      finish(watch, watch.wanted().orElseGet(() -> notBegun(watch)));
    }
  }

  /** Its wrapper was killed, or was not there any more: either may pass. */
  private AttemptEnd notBegun(Watch watch) {
    return watch.isSeen()
        ? setbacks.unready(watch.id().worker(), "it was killed before it began", clock.instant())
        : new AttemptEnd.Reclaimed();
  }

  /** Nobody knows what came of it. What is left of it must not work on beside its next attempt. */
  private void bury(Watch watch) {
    if (programs.isAnyLeft(watch.id())) {
      programs.signal(watch.id(), Nudge.KILL);
    } else {
      finish(watch, watch.wanted().orElseGet(() -> gone(watch)));
    }
  }

  /** While this engine looked on, something has killed it, and may again; else it is no fault. */
  private static AttemptEnd gone(Watch watch) {
    return watch.isSeen() ? Setbacks.failed("its process was killed") : new AttemptEnd.Reclaimed();
  }

  private void end(Watch watch, Look.Ended ended) {
    setbacks.begun(watch.id().worker());
    record(watch, watch.wanted().orElseGet(() -> verdict(watch, ended)));
    switch (ended.rest()) {
      case NONE -> programs.forget(watch.id());
      case SOME -> sweep(watch.id(), clock.instant());
    }
  }

  private AttemptEnd verdict(Watch watch, Look.Ended ended) {
    return Verdict.of(ended, outputs.read(launches.workspace(watch.work().worker())));
  }

  /** Of an attempt of which nothing is left. */
  private void finish(Watch watch, AttemptEnd end) {
    record(watch, end);
    programs.forget(watch.id());
  }

  private void record(Watch watch, AttemptEnd end) {
    queue.finish(watch.id(), end, clock.instant());
    watches.remove(watch.id());
    hasRoom = true;
  }

  /** Of an attempt that is over in the store, nothing may run on. */
  private void abandon(AttemptId id) {
    watches.remove(id);
    programs.revoke(id);
    programs.signal(id, Nudge.KILL);
    sweep(id, Instant.EPOCH);
  }

  /** Sees to it that nothing is left of an attempt that is over. */
  private void sweep(AttemptId id, Instant since) {
    if (!programs.isAnyLeft(id)) {
      remains.remove(id);
      programs.forget(id);
      return;
    }
    remains.put(id, since);
    if (isOver(since, clock.instant())) {
      programs.signal(id, Nudge.KILL);
    }
  }

  private void beginWhatCan() {
    while (!isHeldUp() && !setbacks.isResting(clock.instant())) {
      switch (queue.claim(setting.profiles().capacity(), freshSession(), clock.instant())) {
        case Claimed claimed -> begin(claimed);
        case Claiming.NothingReady nothing -> {
          nextTurn = nothing.next();
          hasRoom = false;
          return;
        }
      }
    }
  }

  /**
   * Begins it, or records why not.
   *
   * @throws StorageUnavailable if nobody can be begun now, so that somebody hears of that
   */
  private void begin(Claimed claimed) {
    Watch watch = watch(new WorkUnderway(claimed.worker(), claimed.attempt()));
    watches.put(watch.id(), watch); // first: whatever happens now, it is not forgotten
    WorkerId worker = watch.id().worker();
    Instant now = clock.instant();
    switch (programs.start(launches.of(claimed), setting.bell())) {
      case Starting.Started started -> {
        setbacks.started();
        watch.see(Duration.ZERO);
        queue.launched(watch.id(), started.wrapper(), now);
      }
      case Starting.Refused refused -> finish(watch, Setbacks.failed(refused.reason()));
      case Starting.Unready unready ->
          finish(watch, setbacks.unready(worker, unready.reason(), now));
      case Starting.Hindered hindered -> {
        finish(watch, setbacks.hindered(worker, hindered.reason(), now));
        throw new StorageUnavailable("no worker can be begun now: " + hindered.reason());
      }
    }
  }

  /** A random UUID, which is what the client asks for. */
  private ClaudeSessionId freshSession() {
    long high = (random.nextLong() & ~0xf000L) | 0x4000L; // version 4
    long low = (random.nextLong() & ~(3L << 62)) | (2L << 62); // variant 1
    return new ClaudeSessionId(new UUID(high, low).toString());
  }
}
