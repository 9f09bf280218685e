package dev.engine.http;

import dev.engine.domain.database.BackupPolicy;
import dev.engine.domain.database.CopyStanding;
import dev.engine.domain.database.InMemoryDatabase;
import dev.engine.domain.database.StoreCondition;
import dev.engine.domain.hook.HookBacklog;
import dev.engine.domain.host.InMemoryWorkerLogs;
import dev.engine.domain.host.PaneDisplay;
import dev.engine.domain.host.WorkerLogs;
import dev.engine.domain.request.InMemoryIdempotentRequests;
import dev.engine.domain.testing.InMemoryStorage;
import dev.engine.domain.worker.WorkerExamples;
import dev.engine.http.api.Bodies;
import dev.engine.http.api.Execution;
import dev.engine.http.api.Operation;
import dev.engine.http.metrics.Metrics;
import dev.engine.http.page.Browsers;
import dev.engine.http.problem.FailedRequest;
import dev.engine.http.resource.Served;
import dev.engine.services.BackupCare;
import dev.engine.services.DatabaseMaintenance;
import dev.engine.services.Engine;
import dev.engine.services.EventFeed;
import dev.engine.services.HomeState;
import dev.engine.services.contact.PhoneRegion;
import dev.engine.services.health.EngineHealth;
import dev.engine.services.health.RunningEngine;
import dev.engine.services.health.StoreRoom;
import dev.engine.services.health.Vitals;
import dev.engine.services.loop.LoopStatus;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A door over fakes, on a free port, and what a test may turn about it. */
final class House implements AutoCloseable {

  static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
  static final String TOKEN = "a-token-that-only-the-tests-know-0123456789";

  /** One hook that was heard: its event and its payload as text. */
  record Heard(String event, String payload, String eventId) {}

  final InMemoryStorage storage = new InMemoryStorage();
  final AtomicReference<Instant> now = new AtomicReference<>(NOON);
  final AtomicReference<String> token = new AtomicReference<>(TOKEN);
  final AtomicReference<HookListener.Answer> hookAnswer =
      new AtomicReference<>(new HookListener.Answer(null, null));

  /** How hooks wait: at first, not at all. */
  final AtomicReference<WaitListener> waiting =
      new AtomicReference<>((payload, headers, line) -> {});

  /** What agents are answered: at first, nothing. */
  final AtomicReference<Function<byte[], McpListener.Answer>> mcpAnswer =
      new AtomicReference<>(message -> new McpListener.Answer.Taken());

  final AtomicReference<Runnable> readiness = new AtomicReference<>(() -> {});
  final List<Heard> heard = new CopyOnWriteArrayList<>();
  final BlockingQueue<FailedRequest> failed = new LinkedBlockingQueue<>();

  /** What workers have printed. */
  final InMemoryWorkerLogs logs = new InMemoryWorkerLogs();

  /** What brings panes to the front: at first, there is no tmux. */
  final AtomicReference<PaneDisplay> display = new AtomicReference<>(PaneDisplay.NONE);

  /** What hooks have left behind: at first, nothing. */
  final AtomicReference<HookBacklog> backlog = new AtomicReference<>(HookBacklog.NONE);

  /** What is known of the room of its store: at first, nothing. */
  final AtomicReference<@Nullable StoreRoom> room = new AtomicReference<>();

  final AtomicReference<@Nullable CopyStanding> copy = new AtomicReference<>();

  final AtomicReference<List<LoopStatus>> loops = new AtomicReference<>(List.of());

  final Engine engine =
      new Engine(
          storage,
          now::get,
          new SplittableRandom(1),
          PhoneRegion.NONE,
          HomeState.of(logs).with(client -> display.get().show(client)));
  final InMemoryDatabase database = migrated();

  /** By how much the clock goes on each time that it is read. */
  final AtomicReference<Duration> step = new AtomicReference<>(Duration.ZERO);

  Metrics metrics = new Metrics();

  final EventFeed feed = new EventFeed(storage.journal(), storage.journal()::head);

  final HttpDoor door;

  private House(HttpLimits limits) {
    this.door = HttpDoor.open(settings(limits), backend());
  }

  /** A house whose only rooms are {@code operations}. */
  private House(List<Operation> operations) {
    HttpSettings settings = settings(HttpLimits.DEFAULT);
    Backend backend = backend();
    Bodies bodies = new Bodies(1_000, Duration.ofSeconds(1), backend.clock());
    Execution execution =
        new Execution(bodies, backend.requests(), storage.changes(), backend.clock());
    Browsers browsers = Browsers.none(backend.clock(), backend.random());
    Site site = Site.of(operations, execution, backend);
    this.door = HttpDoor.open(settings, new WebServer(settings), browsers, site, feed);
  }

  static House open() {
    return new House(HttpLimits.DEFAULT);
  }

  static House open(HttpLimits limits) {
    return new House(limits);
  }

  static House of(Operation... operations) {
    return new House(List.of(operations));
  }

  private HttpSettings settings(HttpLimits limits) {
    return settings(0, limits);
  }

  HttpSettings settings(int port, HttpLimits limits) {
    return new HttpSettings(
        InetAddress.ofLiteral("127.0.0.1"), port, Set.of(), new Token(), limits, failed::add);
  }

  Backend backend() {
    InstantSource clock = this::tick;
    return new Backend(
        new Served(
            engine,
            new DatabaseMaintenance(database, database),
            new BackupCare(database, storage::backupLedger, now::get),
            feed,
            storage.changes(),
            WorkerExamples.OUTPUTS,
            health(clock)),
        new InMemoryIdempotentRequests(),
        this::hear,
        (payload, headers, line) -> waiting.get().await(payload, headers, line),
        (message, headers) -> mcpAnswer.get().apply(message),
        () -> readiness.get().run(),
        metrics,
        clock,
        new SplittableRandom(2));
  }

  Client client() {
    return new Client(door.address());
  }

  void pass(Duration time) {
    now.updateAndGet(instant -> instant.plus(time));
  }

  int port() {
    return door.address().getPort();
  }

  @Override
  public void close() {
    door.close();
  }

  void stepClock(Duration by) {
    step.set(by);
  }

  private Instant tick() {
    return now.getAndUpdate(instant -> instant.plus(step.get()));
  }

  /** That of process 4711, which has served for an hour. */
  private EngineHealth health(InstantSource clock) {
    HomeState home =
        new HomeState(
            backlog::get,
            database::status,
            () -> StoreCondition.UNKNOWN,
            WorkerLogs.NONE,
            () -> BackupPolicy.STANDARD,
            PaneDisplay.NONE);
    RunningEngine self = new RunningEngine("0.1.0", 4711, NOON.minusSeconds(3_600));
    Vitals vitals = new Vitals(self, room::get, database::list, copy::get, loops::get);
    return new EngineHealth(storage, home, vitals, clock);
  }

  private InMemoryDatabase migrated() {
    InMemoryDatabase made = new InMemoryDatabase(Path.of("system.db"), now::get);
    made.migrate();
    return made;
  }

  private HookListener.Answer hear(
      String event, byte[] payload, Function<String, @Nullable String> headers) {
    heard.add(
        new Heard(
            event,
            new String(payload, StandardCharsets.UTF_8),
            String.valueOf(headers.apply("X-Engine-Event-Id"))));
    return hookAnswer.get();
  }

  private final class Token implements TokenSource {

    @Override
    public String token() {
      return token.get();
    }

    @Override
    public Origin origin() {
      return Origin.DRAWN;
    }
  }
}
