package dev.engine.app;

import dev.engine.app.chaos.Chaos;
import dev.engine.cli.CanaryRun;
import dev.engine.cli.ChaosRun;
import dev.engine.cli.DemoRun;
import dev.engine.cli.HookRun;
import dev.engine.cli.McpRun;
import dev.engine.cli.Program;
import dev.engine.cli.ServeRun;
import dev.engine.domain.Limit;
import dev.engine.domain.database.CopyStanding;
import dev.engine.domain.database.StoreCondition;
import dev.engine.domain.host.Links;
import dev.engine.domain.host.Pauses;
import dev.engine.domain.host.Programs;
import dev.engine.domain.id.HexId;
import dev.engine.domain.install.DatabaseSetup;
import dev.engine.domain.install.EnginePort;
import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.install.HomeFolders;
import dev.engine.domain.install.HookRegistrations;
import dev.engine.domain.install.StatusLines;
import dev.engine.domain.journal.Actor;
import dev.engine.domain.serving.InstanceLocks;
import dev.engine.domain.serving.RunFiles;
import dev.engine.domain.serving.StartupUnits;
import dev.engine.hooks.Spool;
import dev.engine.hooks.SpoolBacklog;
import dev.engine.host.ClaudeOwnSettings;
import dev.engine.host.ClaudeSettings;
import dev.engine.host.ClaudeStatusLine;
import dev.engine.host.ClaudeToolServers;
import dev.engine.host.InstalledClaude;
import dev.engine.host.PrivateHomes;
import dev.engine.host.ProcProcesses;
import dev.engine.host.ProcessPrograms;
import dev.engine.host.TmuxDisplay;
import dev.engine.host.serving.DesktopLinks;
import dev.engine.host.serving.DetachedPrograms;
import dev.engine.host.serving.FileInstanceLocks;
import dev.engine.host.serving.LaunchAgents;
import dev.engine.host.serving.LoopbackCalls;
import dev.engine.host.serving.PrivateRunFiles;
import dev.engine.host.serving.SystemdUnits;
import dev.engine.host.worker.FileWorkerLogs;
import dev.engine.host.worker.ProcWorkerPrograms;
import dev.engine.mcp.McpBackend;
import dev.engine.persistence.SqliteDatabase;
import dev.engine.persistence.SqliteStorage;
import dev.engine.services.BackupCare;
import dev.engine.services.DatabaseMaintenance;
import dev.engine.services.Engine;
import dev.engine.services.HomeState;
import dev.engine.services.Installation;
import dev.engine.services.ServingControl;
import dev.engine.services.doctor.ClientCheck;
import dev.engine.services.doctor.DatabaseCheck;
import dev.engine.services.doctor.Doctor;
import dev.engine.services.doctor.EngineCheck;
import dev.engine.services.doctor.HookTimesCheck;
import dev.engine.services.doctor.HooksCheck;
import dev.engine.services.doctor.JavaCheck;
import dev.engine.services.doctor.PostedHooksCheck;
import dev.engine.services.doctor.PrivacyCheck;
import dev.engine.services.doctor.SpoolCheck;
import dev.engine.services.doctor.StatusLineCheck;
import dev.engine.services.doctor.StoreConditionCheck;
import dev.engine.services.doctor.TmuxCheck;
import dev.engine.services.worker.WorkerProcessCheck;
import dev.engine.services.worker.WorkerShutdown;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The parts of Engine, put together by hand when a command asks for them. */
final class EngineProgram implements Program, AutoCloseable {

  /** A person can wait longer for another writer than a hook can. */
  static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Far more workers than ever are at work. */
  private static final Limit ALL = new Limit(1_000);

  private final InstantSource clock;
  private final Map<String, String> environment;
  private final Distribution distribution;
  private final RandomGenerator random = Randomness.ofThisProcess();

  /**
   * By the database's file: the first hash of a record takes a process 10 ms, that of a path none.
   */
  private final Map<Path, SqliteStorage> opened = new HashMap<>();

  private final InterruptiblePauses pauses = new InterruptiblePauses();
  private final Programs programs = new ProcessPrograms();
  private final HomeFolders folders = new PrivateHomes();
  private final HookRegistrations hooks;
  private final InstalledClaude claude = new InstalledClaude(programs);
  private final DatabaseSetup databases;
  private final ProcProcesses processes = new ProcProcesses();
  private final InstanceLocks locks = new FileInstanceLocks(processes);
  private final RunFiles runFiles = new PrivateRunFiles();

  EngineProgram(InstantSource clock, Map<String, String> environment, Distribution distribution) {
    this.clock = clock;
    this.environment = Map.copyOf(environment);
    this.distribution = distribution;
    this.hooks = new ClaudeSettings(ClaudeFolder.settings(environment));
    this.databases = new SqliteSetup(PATIENCE, clock);
  }

  @Override
  public String version() {
    return ownVersion();
  }

  /** The version of this program. */
  static String ownVersion() {
    return Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
        .orElse("development");
  }

  @Override
  public Engine engine(HomeFolder home) {
    Settings settings = new Settings(home, environment);
    return new Engine(
            storage(home).as(Actor.CLI), clock, random, settings.phoneRegion(), state(home))
        .in(settings::timezone);
  }

  private HomeState state(HomeFolder home) {
    return new HomeState(
        backlog(home),
        () -> new SqliteDatabase(home.database(), PATIENCE, clock).keeper().status(),
        () -> condition(home),
        new FileWorkerLogs(home.outputs()),
        () -> new Settings(home, environment).backups(),
        new TmuxDisplay(processes));
  }

  private StoreCondition condition(HomeFolder home) {
    SqliteDatabase database = new SqliteDatabase(home.database(), PATIENCE, clock);
    Settings settings = new Settings(home, environment);
    return new StoreRooms(database, home.database(), settings::diskReserve, () -> copy(home))
        .condition();
  }

  @Override
  public Optional<CopyStanding> copy(HomeFolder home) {
    return new CopyState(home.copyState()).read();
  }

  @Override
  public DatabaseMaintenance database(HomeFolder home) {
    SqliteDatabase database = new SqliteDatabase(home.database(), PATIENCE, clock);
    return new DatabaseMaintenance(database.keeper(), database.backups());
  }

  @Override
  public BackupCare backups(HomeFolder home) {
    return new BackupCare(
        new SqliteDatabase(home.database(), PATIENCE, clock).backups(),
        () -> storage(home).as(Actor.CLI).backupLedger(),
        clock);
  }

  @Override
  public Installation installation() {
    return new Installation(
        folders,
        databases,
        new Installation.Registered(hooks, statusLines(), new ClaudeToolServers()),
        new Installation.Posting(
            new ClaudeOwnSettings(), this::port, home -> runFiles.token(home).value()),
        new Installation.Clients(claude, distribution.hookCommand()));
  }

  private StatusLines statusLines() {
    return new ClaudeStatusLine(ClaudeFolder.settings(environment));
  }

  private int port(HomeFolder home) {
    return new Settings(home, environment)
        .httpPort()
        .orElseGet(() -> EnginePort.derivedFrom(home).number());
  }

  @Override
  public Doctor doctor(HomeFolder home) {
    return new Doctor(
        List.of(
            new JavaCheck(Runtime.version()),
            new AotCheck(distribution),
            new PrivacyCheck(folders, home),
            new SettingsCheck(new Settings(home, environment)),
            new DatabaseCheck(databases, home),
            new StoreConditionCheck(() -> StoreRooms.place(home.database()), () -> condition(home)),
            new EngineCheck(serving(), home),
            new HooksCheck(folders, hooks, () -> installation().setup(home, null, null)),
            new PostedHooksCheck(installation(), () -> installation().setup(home, null, null)),
            new StatusLineCheck(statusLines(), home),
            new SpoolCheck(backlog(home), home.spool(), clock),
            new HookTimesCheck(() -> engine(home).hooks().times()),
            new WorkerProcessCheck(
                workerPrograms(home), () -> storage(home).workerQueue().unfinished(ALL)),
            new ClientCheck(claude),
            new TmuxCheck(programs)));
  }

  @Override
  public ServingControl serving() {
    return new ServingControl(
        new ServingControl.Machine(
            new DetachedPrograms(processes), processes, pauses, distribution.engineCommand()),
        locks,
        runFiles,
        new LoopbackCalls());
  }

  @Override
  public ServeRun serve(HomeFolder home) {
    return new ServeProgram(
        home,
        new Settings(home, environment),
        new ServeProgram.Machine(processes, folders, locks, runFiles, workerPrograms(home)),
        clock);
  }

  @Override
  public WorkerShutdown workerShutdown(HomeFolder home) {
    ProcWorkerPrograms programs = workerPrograms(home);
    return new WorkerShutdown(
        storage(home).as(Actor.CLI).workerQueue(), programs, programs, pauses, clock);
  }

  private ProcWorkerPrograms workerPrograms(HomeFolder home) {
    return new ProcWorkerPrograms(home, distribution.workerScript(), environment, processes);
  }

  @Override
  public McpRun mcp(HomeFolder home) {
    SqliteStorage storage = storage(home);
    Settings settings = new Settings(home, environment);
    Engine engine =
        new Engine(storage.as(Actor.MCP), clock, random, settings.phoneRegion(), state(home))
            .in(settings::timezone);
    McpBackend backend =
        new McpBackend(
            engine, home, storage.as(Actor.MCP).idempotentRequests(), clock, pauses, version());
    return new StdioRun(backend, environment);
  }

  @Override
  public HookRun hook() {
    return new ShippedHook(distribution);
  }

  @Override
  public StartupUnits startupUnits() {
    Path person = Path.of(System.getProperty("user.home"));
    Path java = Path.of(System.getProperty("java.home"));
    Path command = distribution.engineCommand();
    if (System.getProperty("os.name").startsWith("Mac")) {
      return new LaunchAgents(
          person.resolve("Library").resolve("LaunchAgents"), command, java, programs);
    }
    String config = environment.getOrDefault("XDG_CONFIG_HOME", "");
    Path base = config.isEmpty() ? person.resolve(".config") : Path.of(config);
    return new SystemdUnits(base.resolve("systemd").resolve("user"), command, java, programs);
  }

  @Override
  public Links links() {
    return new DesktopLinks(System.getProperty("os.name"), environment);
  }

  @Override
  public Pauses pauses() {
    return pauses;
  }

  /** Has the process exit with {@code code}, also if it is asked to end meanwhile. */
  void exitWith(int code) {
    pauses.exitWith(code);
  }

  @Override
  public CanaryRun canary(HomeFolder home) {
    return new ProjectCanaries(
        () -> InstalledHooks.of(home, hooks, distribution),
        home.project(),
        storage(home),
        pauses,
        HexId.random(random));
  }

  @Override
  public DemoRun demo(HomeFolder home) {
    return new Demo(
        engine(home), new DemoDesk(engine(home), home), () -> drain(home, storage(home)));
  }

  @Override
  public ChaosRun chaos() {
    return new Chaos(distribution.folder());
  }

  @Override
  public void close() {
    opened.values().forEach(SqliteStorage::close);
    pauses.close();
  }

  /** What hooks have left behind in {@code home}. */
  static SpoolBacklog backlog(HomeFolder home) {
    return new SpoolBacklog(new Spool(home.spool()), home.hookBreaker());
  }

  private SqliteStorage storage(HomeFolder home) {
    return opened.computeIfAbsent(home.database(), file -> open(home));
  }

  /** First what was there first: hooks may have left events for whoever comes. */
  private SqliteStorage open(HomeFolder home) {
    StoreRooms.place(home.database()).requireLocal();
    SqliteStorage storage = SqliteStorage.open(home.database(), PATIENCE, random);
    drain(home, storage);
    return storage;
  }

  private void drain(HomeFolder home, SqliteStorage storage) {
    if (!new Spool(home.spool()).isEmpty()) {
      new HomeHooks(home, storage, new Settings(home, environment)).drain(PATIENCE);
    }
  }
}
