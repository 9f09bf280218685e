package dev.engine.app;

import dev.engine.domain.database.DatabaseStatus;
import dev.engine.domain.database.DiskRoom;
import dev.engine.domain.database.StoreCondition;
import dev.engine.domain.error.EngineException.StorageRefused;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.domain.host.Pauses;
import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.journal.Actor;
import dev.engine.domain.serving.Endpoint;
import dev.engine.hooks.Draining;
import dev.engine.hooks.Spool;
import dev.engine.hooks.WaitingHooks;
import dev.engine.host.ClaudeSettings;
import dev.engine.host.ProcProcesses;
import dev.engine.host.TmuxDisplay;
import dev.engine.host.worker.FileWorkerLogs;
import dev.engine.http.Backend;
import dev.engine.http.HttpDoor;
import dev.engine.http.HttpSettings;
import dev.engine.http.resource.Served;
import dev.engine.mcp.McpBackend;
import dev.engine.mcp.McpDoor;
import dev.engine.persistence.Serving;
import dev.engine.persistence.ServingLimits;
import dev.engine.persistence.SqliteDatabase;
import dev.engine.persistence.SqliteStorage;
import dev.engine.services.BackupCare;
import dev.engine.services.DatabaseMaintenance;
import dev.engine.services.Engine;
import dev.engine.services.EventFeed;
import dev.engine.services.HomeState;
import dev.engine.services.Remembered;
import dev.engine.services.health.EngineHealth;
import dev.engine.services.health.RunningEngine;
import dev.engine.services.health.Vitals;
import dev.engine.services.loop.BackupUpkeep;
import dev.engine.services.loop.Loop;
import dev.engine.services.loop.Loop.Rest;
import dev.engine.services.loop.LoopStatus;
import dev.engine.services.loop.Loops;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
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

  /** Backups are hours apart; a round in which none is due costs a look at their folder. */
  private static final Duration BACKUP_INTERVAL = Duration.ofMinutes(5);

  private final EngineMeters meters = new EngineMeters();
  private final RandomGenerator random = Randomness.ofItsThreads();
  private final InstantSource clock;
  private final SqliteStorage storage;
  private final SqliteDatabase database;

  /** It takes a connection of its own, and is asked for with every look at what needs attention. */
  private final Supplier<DatabaseStatus> databaseStatus;

  private final Optional<CopyUpkeep> copy;
  private final StoreRooms rooms;
  private final Supplier<StoreCondition> condition;
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
      HomeFolder home,
      Settings settings,
      HttpSettings http,
      WorkerCare.Means workers,
      InstantSource clock,
      Pauses pauses) {
    this.clock = clock;
    StoreRooms.place(home.database()).requireLocal();
    this.storage =
        SqliteStorage.serve(
            home.database(),
            EngineProgram.PATIENCE,
            random,
            new Serving(ServingLimits.STANDARD, System::nanoTime, meters));
    this.database = new SqliteDatabase(home.database(), EngineProgram.PATIENCE, clock);
    DiskRoom.Reserve reserve = settings.diskReserve();
    this.copy = copy(home, settings);
    this.rooms =
        new StoreRooms(
            database, home.database(), () -> reserve, () -> copy.map(CopyUpkeep::standing));
    this.condition = new Remembered<>(rooms::condition, Duration.ofSeconds(1), clock);
    this.databaseStatus =
        new Remembered<>(database.keeper()::status, Duration.ofSeconds(10), clock);
    this.hooks = new HomeHooks(home, storage, settings);
    this.feed = new EventFeed(storage.journal(), storage.changes());
    this.waiting = hooks.waiting(new FeedNews(feed));
    this.loops =
        new Loops(loops(home, settings, workers, pauses), pauses, clock, EngineServer::tell);
    meters.watch(storage);
    meters.watch(loops);
    meters.watch(backups(Actor.ENGINE), clock);
    meters.watch(waiting);
    copy.ifPresent(upkeep -> meters.watch(upkeep, clock));
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
        closeStore();
      }
    }
  }

  /**
   * First what was there first: a session may begin where an event of the spool ends another. A
   * store that is left open would keep its writer's thread, and so the process.
   */
  private HttpDoor openedDoor(HomeFolder home, Settings settings, HttpSettings http) {
    try {
      hooks.drain(DRAINING); // what it does not come to is for the loop
      return HttpDoor.open(http, backend(home, settings));
    } catch (RuntimeException failure) {
      closeStore();
      throw failure;
    }
  }

  private void closeStore() {
    try {
      copy.ifPresent(CopyUpkeep::close);
    } finally {
      storage.close();
    }
  }

  private Optional<CopyUpkeep> copy(HomeFolder home, Settings settings) {
    CopyState state = new CopyState(home.copyState());
    Optional<Path> folder = settings.copyFolder();
    if (folder.isEmpty()) {
      state.forget();
    }
    return folder.map(
        into ->
            new CopyUpkeep(
                storage.copyTo(into),
                StoreRooms.areOnSameDisk(home.database(), into),
                state,
                clock));
  }

  private Backend backend(HomeFolder home, Settings settings) {
    return new Backend(
        new Served(
            engine(Actor.HTTP, home, settings),
            new DatabaseMaintenance(database.keeper(), database.backups()),
            backups(Actor.HTTP),
            feed,
            storage.changes(),
            home.outputs(),
            new EngineHealth(storage, state(home, settings), vitals(), clock)),
        storage.idempotentRequests(),
        new PostedHooks(hooks.door()),
        new PostedWaits(waiting),
        new PostedMessages(mcp(home, settings)),
        this::requireReady,
        meters.metrics(),
        clock,
        new SecureRandom());
  }

  private Engine engine(Actor actor, HomeFolder home, Settings settings) {
    return new Engine(
            storage.as(actor), clock, random, settings.phoneRegion(), state(home, settings))
        .in(settings::timezone);
  }

  private HomeState state(HomeFolder home, Settings settings) {
    return new HomeState(
        hooks.backlog(),
        databaseStatus,
        condition,
        new FileWorkerLogs(home.outputs()),
        new Remembered<>(settings::backups, Duration.ofMinutes(1), clock),
        new TmuxDisplay(new ProcProcesses()));
  }

  private BackupCare backups(Actor actor) {
    return new BackupCare(database.backups(), storage.as(actor)::backupLedger, clock);
  }

  private Vitals vitals() {
    RunningEngine self =
        new RunningEngine(
            EngineProgram.ownVersion(), ProcessHandle.current().pid(), clock.instant());
    return new Vitals(
        self,
        rooms::now,
        database.backups()::list,
        () -> copy.map(CopyUpkeep::standing).orElse(null),
        loops::status);
  }

  private McpDoor mcp(HomeFolder home, Settings settings) {
    return McpDoor.open(
        new McpBackend(
            engine(Actor.MCP, home, settings),
            home,
            storage.as(Actor.MCP).idempotentRequests(),
            clock,
            new ThreadPauses(),
            EngineProgram.ownVersion()));
  }

  private List<Loop> loops(
      HomeFolder home, Settings settings, WorkerCare.Means workers, Pauses pauses) {
    Spool spool = new Spool(home.spool());
    List<Loop> all = new ArrayList<>(new StoreUpkeep(home, database, storage, copy).loops());
    all.addAll(new FleetCare(home, storage, settings, clock, random).loops(waiting));
    all.add(new WorkerCare(home, storage, workers, clock, random).loop());
    all.add(new Loop("backups", BACKUP_INTERVAL, backupUpkeep(settings)));
    all.add(new Loop("event-feed", FEED_INTERVAL, this::feedReaders));
    all.add(new Loop("spool", Duration.ofSeconds(1), Loop.SHORT_REST, () -> drain(spool)));
    all.add(
        new Loop(
            "canary",
            Duration.ofHours(1),
            new CanaryWatch(home, () -> installed(home, settings), storage, pauses, random)));
    return all;
  }

  private static InstalledHooks installed(HomeFolder home, Settings settings) {
    return InstalledHooks.of(
        home, new ClaudeSettings(settings.claudeSettings()), Distribution.ofThisProcess());
  }

  private BackupUpkeep backupUpkeep(Settings settings) {
    return new BackupUpkeep(backups(Actor.ENGINE), settings.backups());
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
    LoopReadiness.require(loops.status());
    try {
      storage.probe();
    } catch (StorageRefused refusal) { // whoever asks wants to know whether to wait, not why
      throw new StorageUnavailable(String.valueOf(refusal.getMessage()), refusal);
    }
  }

  private static void tell(LoopStatus loop, Throwable failure) {
    LOG.warn("a round of {} failed, the {}. in a row", loop.name(), loop.failuresInARow(), failure);
  }
}
