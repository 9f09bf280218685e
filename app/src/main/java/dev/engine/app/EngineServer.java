package dev.engine.app;

import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.domain.host.Pauses;
import dev.engine.domain.host.Screens;
import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.journal.Actor;
import dev.engine.domain.serving.Endpoint;
import dev.engine.hooks.Draining;
import dev.engine.hooks.Spool;
import dev.engine.hooks.WaitingHooks;
import dev.engine.host.AskedClaude;
import dev.engine.host.HostLifeSigns;
import dev.engine.host.ProcProcesses;
import dev.engine.host.ProcessPrograms;
import dev.engine.host.ScreenProbe;
import dev.engine.host.TmuxPanes;
import dev.engine.host.TmuxPrompts;
import dev.engine.host.TmuxScreens;
import dev.engine.host.TranscriptProbe;
import dev.engine.http.Backend;
import dev.engine.http.HttpDoor;
import dev.engine.http.HttpSettings;
import dev.engine.http.resource.Served;
import dev.engine.persistence.Serving;
import dev.engine.persistence.ServingLimits;
import dev.engine.persistence.SqliteDatabase;
import dev.engine.persistence.SqliteStorage;
import dev.engine.services.DatabaseMaintenance;
import dev.engine.services.Engine;
import dev.engine.services.EventFeed;
import dev.engine.services.HomeState;
import dev.engine.services.loop.ContextWatch;
import dev.engine.services.loop.IdlePrompts;
import dev.engine.services.loop.Liveness;
import dev.engine.services.loop.Loop;
import dev.engine.services.loop.Loop.Rest;
import dev.engine.services.loop.LoopStatus;
import dev.engine.services.loop.Loops;
import dev.engine.services.loop.Reconciliation;
import dev.engine.services.loop.Retention;
import dev.engine.services.loop.Settlement;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Store, loops and HTTP door of one home, open until it is closed. */
final class EngineServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EngineServer.class);

  /** As long as a round of emptying the spool may take; what is left comes in the next one. */
  private static final Duration DRAINING = Duration.ofSeconds(5);

  /** Readers of the event stream are to hear of other processes' writes within 250 ms. */
  private static final Duration FEED_INTERVAL = Duration.ofMillis(100);

  /** A session whose process is gone is to be known for lost within 30 s, and takes two rounds. */
  private static final Duration LIVENESS_INTERVAL = Duration.ofSeconds(10);

  /** A context fills by a few percent in this, at most. */
  private static final Duration CONTEXT_INTERVAL = Duration.ofSeconds(30);

  /** Nobody looks forward to a prompt by the second, and each session costs a process or two. */
  private static final Duration PROMPTING = Duration.ofSeconds(5);

  /** Loops whose failure makes the engine unready, for what they find costs acknowledged writes. */
  private static final List<String> VITAL = List.of("quick-check", "deleted-files");

  private final EngineMeters meters = new EngineMeters();
  private final RandomGenerator random = Randomness.ofItsThreads();
  private final InstantSource clock;
  private final SqliteStorage storage;
  private final SqliteDatabase database;
  private final HomeHooks hooks;
  private final EventFeed feed;
  private final WaitingHooks waiting;
  private final Loops loops;
  private final HttpDoor door;

  /**
   * Opens everything; when this returns, requests are answered.
   *
   * @throws java.io.UncheckedIOException if the address or port cannot be listened on
   */
  EngineServer(
      HomeFolder home, Settings settings, HttpSettings http, InstantSource clock, Pauses pauses) {
    this.clock = clock;
    this.storage =
        SqliteStorage.serve(
            home.database(),
            EngineProgram.PATIENCE,
            random,
            new Serving(ServingLimits.STANDARD, System::nanoTime, meters));
    this.database = new SqliteDatabase(home.database(), EngineProgram.PATIENCE, clock);
    this.hooks = new HomeHooks(home, storage, settings);
    this.feed = new EventFeed(storage.journal(), storage.changes());
    this.waiting = hooks.waiting(new FeedNews(feed));
    this.loops = new Loops(loops(home, settings), pauses, clock, EngineServer::tell);
    meters.watch(storage);
    meters.watch(loops);
    meters.watch(waiting);
    this.door = openedDoor(home, settings, http);
    loops.start();
  }

  /** How this machine reaches it. */
  Endpoint endpoint() {
    return ServeAddress.reachedHere(door.address());
  }

  /** Accepts nothing more, finishes what was accepted, and gives the database back. */
  @Override
  public void close() {
    LOG.info("ending: no more requests are accepted");
    try {
      door.close();
    } finally {
      try {
        loops.close();
      } finally {
        storage.close();
      }
    }
  }

  /** A store that is left open would keep its writer's thread, and so the process. */
  private HttpDoor openedDoor(HomeFolder home, Settings settings, HttpSettings http) {
    try {
      return HttpDoor.open(http, backend(home, settings));
    } catch (RuntimeException failure) {
      storage.close();
      throw failure;
    }
  }

  private Backend backend(HomeFolder home, Settings settings) {
    return new Backend(
        new Served(
            new Engine(
                    storage.as(Actor.HTTP),
                    clock,
                    random,
                    settings.phoneRegion(),
                    new HomeState(hooks.backlog(), database.keeper()::status))
                .in(settings::timezone),
            new DatabaseMaintenance(database.keeper(), database.backups()),
            feed,
            storage.changes(),
            home.outputs()),
        storage.idempotentRequests(),
        new PostedHooks(hooks.door()),
        new PostedWaits(waiting),
        this::requireReady,
        meters.metrics(),
        clock,
        new SecureRandom());
  }

  private List<Loop> loops(HomeFolder home, Settings settings) {
    Spool spool = new Spool(home.spool());
    List<Loop> all = new ArrayList<>(new StoreUpkeep(home, database, storage).loops());
    all.add(new Loop("liveness", LIVENESS_INTERVAL, liveness()));
    all.add(new Loop("reconciliation", Duration.ofMinutes(5), reconciliation()));
    all.add(new Loop("event-feed", FEED_INTERVAL, this::feedReaders));
    all.add(new Loop("spool", Duration.ofSeconds(1), () -> drain(spool)));
    all.add(new Loop("contact-keys", Duration.ofDays(1), () -> renewContactKeys(settings)));
    all.add(new Loop("settlement", Duration.ofSeconds(10), new Settlement(storage, clock)));
    all.add(new Loop("contexts", CONTEXT_INTERVAL, contextWatch()));
    all.add(
        new Loop(
            "retention", Duration.ofHours(1), new Retention(storage, settings.retention(), clock)));
    if (settings.wakesByPaste()) {
      all.add(new Loop("idle-prompts", PROMPTING, idlePrompts()));
    }
    return all;
  }

  private Liveness liveness() {
    TmuxPanes panes = new TmuxPanes(new ProcessPrograms());
    return new Liveness(
        storage.as(Actor.ENGINE), new HostLifeSigns(new ProcProcesses(), panes), clock);
  }

  private Reconciliation reconciliation() {
    return new Reconciliation(
        storage.as(Actor.ENGINE), new AskedClaude(new ProcessPrograms()), clock);
  }

  private ContextWatch contextWatch() {
    Screens screens = new TmuxScreens(new ProcessPrograms());
    return new ContextWatch(
        storage, List.of(new TranscriptProbe(), new ScreenProbe(screens, clock)), clock);
  }

  private IdlePrompts idlePrompts() {
    return new IdlePrompts(
        storage,
        new TmuxPrompts(new ProcProcesses(), new ThreadPauses()),
        waiting::isAwaited,
        clock,
        random);
  }

  private Rest feedReaders() {
    try {
      feed.awaitReader();
      feed.look();
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    }
    return Rest.NOTHING_LEFT;
  }

  /** The country of telephone numbers may have been set to another since the last start. */
  private Rest renewContactKeys(Settings settings) {
    new Engine(storage, clock, random, settings.phoneRegion()).contacts().renewKeys();
    return Rest.NOTHING_LEFT;
  }

  private Rest drain(Spool spool) {
    if (spool.isEmpty()) {
      return Rest.NOTHING_LEFT;
    }
    return switch (hooks.drain(DRAINING)) {
      case Draining.Emptied emptied -> Rest.NOTHING_LEFT;
      case Draining.TimeIsUp early -> Rest.MORE_TO_DO;
      case Draining.Halted halted -> throw halted.reason();
    };
  }

  /** The whole way: a write, a read, and what the loops have found out. */
  private void requireReady() {
    Optional<LoopStatus> trouble =
        loops.status().stream()
            .filter(loop -> VITAL.contains(loop.name()) && loop.failuresInARow() > 0)
            .findFirst();
    if (trouble.isPresent()) {
      throw new StorageUnavailable(String.valueOf(trouble.get().lastFailure()));
    }
    storage.probe();
  }

  private static void tell(String loop, RuntimeException failure) {
    LOG.warn("a round of {} failed", loop, failure);
  }
}
