package dev.engine.app;

import dev.engine.cli.CanaryRun;
import dev.engine.cli.DemoRun;
import dev.engine.cli.Program;
import dev.engine.domain.host.Pauses;
import dev.engine.domain.host.Programs;
import dev.engine.domain.id.HexId;
import dev.engine.domain.install.DatabaseSetup;
import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.install.HomeFolders;
import dev.engine.domain.install.HookRegistrations;
import dev.engine.domain.journal.Actor;
import dev.engine.hooks.Spool;
import dev.engine.hooks.SpoolBacklog;
import dev.engine.host.ClaudeSettings;
import dev.engine.host.InstalledClaude;
import dev.engine.host.PrivateHomes;
import dev.engine.host.ProcessPrograms;
import dev.engine.persistence.SqliteDatabase;
import dev.engine.persistence.SqliteStorage;
import dev.engine.services.ClientCheck;
import dev.engine.services.DatabaseCheck;
import dev.engine.services.DatabaseMaintenance;
import dev.engine.services.Doctor;
import dev.engine.services.Engine;
import dev.engine.services.HookTimesCheck;
import dev.engine.services.HooksCheck;
import dev.engine.services.Installation;
import dev.engine.services.JavaCheck;
import dev.engine.services.PrivacyCheck;
import dev.engine.services.SpoolCheck;
import dev.engine.services.TmuxCheck;
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

  private final InstantSource clock;
  private final Map<String, String> environment;
  private final Distribution distribution;
  private final RandomGenerator random = Randomness.ofThisProcess();
  private final Map<HomeFolder, SqliteStorage> opened = new HashMap<>();

  private final InterruptiblePauses pauses = new InterruptiblePauses();
  private final Programs programs = new ProcessPrograms();
  private final HomeFolders folders = new PrivateHomes();
  private final HookRegistrations hooks = new ClaudeSettings();
  private final InstalledClaude claude = new InstalledClaude(programs);
  private final DatabaseSetup databases;

  EngineProgram(InstantSource clock, Map<String, String> environment, Distribution distribution) {
    this.clock = clock;
    this.environment = Map.copyOf(environment);
    this.distribution = distribution;
    this.databases = new SqliteSetup(PATIENCE, clock);
  }

  @Override
  public String version() {
    return Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
        .orElse("development");
  }

  @Override
  public Engine engine(HomeFolder home) {
    Settings settings = new Settings(home, environment);
    return new Engine(
        storage(home).as(Actor.CLI), clock, random, settings.phoneRegion(), backlog(home));
  }

  @Override
  public DatabaseMaintenance database(HomeFolder home) {
    SqliteDatabase database = new SqliteDatabase(home.database(), PATIENCE, clock);
    return new DatabaseMaintenance(database.keeper(), database.backups());
  }

  @Override
  public Installation installation() {
    return new Installation(
        folders, databases, hooks, new Installation.Clients(claude, distribution.hookCommand()));
  }

  @Override
  public Doctor doctor(HomeFolder home) {
    return new Doctor(
        List.of(
            new JavaCheck(Runtime.version()),
            new AotCheck(distribution),
            new PrivacyCheck(folders, home),
            new DatabaseCheck(databases, home),
            new HooksCheck(folders, hooks, () -> installation().setup(home, null)),
            new SpoolCheck(backlog(home), home.spool(), clock),
            new HookTimesCheck(() -> engine(home).hooks().times()),
            new ClientCheck(claude),
            new TmuxCheck(programs)));
  }

  @Override
  public Pauses pauses() {
    return pauses;
  }

  @Override
  public CanaryRun canary(HomeFolder home) {
    return new Canaries(home.project(), storage(home), pauses, HexId.random(random));
  }

  @Override
  public DemoRun demo(HomeFolder home) {
    return new Demo(engine(home), () -> drain(home, storage(home)));
  }

  @Override
  public void close() {
    opened.values().forEach(SqliteStorage::close);
    pauses.close();
  }

  private static SpoolBacklog backlog(HomeFolder home) {
    return new SpoolBacklog(new Spool(home.spool()), home.hookBreaker());
  }

  private SqliteStorage storage(HomeFolder home) {
    return opened.computeIfAbsent(home, this::open);
  }

  /** First what was there first: hooks may have left events for whoever comes. */
  private SqliteStorage open(HomeFolder home) {
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
