package dev.engine.cli;

import dev.engine.domain.Storage;
import dev.engine.domain.database.CopyStanding;
import dev.engine.domain.database.InMemoryDatabase;
import dev.engine.domain.host.InMemoryWorkerLogs;
import dev.engine.domain.host.Links;
import dev.engine.domain.host.PaneDisplay;
import dev.engine.domain.host.Pauses;
import dev.engine.domain.host.SimulatedPrograms;
import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.journal.Actor;
import dev.engine.domain.serving.StartupUnits;
import dev.engine.domain.testing.InMemoryStorage;
import dev.engine.services.BackupCare;
import dev.engine.services.DatabaseMaintenance;
import dev.engine.services.Engine;
import dev.engine.services.HomeState;
import dev.engine.services.Installation;
import dev.engine.services.ServingControl;
import dev.engine.services.contact.PhoneRegion;
import dev.engine.services.doctor.Doctor;
import dev.engine.services.worker.WorkerShutdown;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Runs command lines in this process, over a store of fakes, at a fixed time. */
final class CliRun {

  static final Instant NOW = Instant.parse("2026-01-05T12:03:00Z");

  private static final int USUAL = 80;

  private final InMemoryStorage storage = new InMemoryStorage();
  private final InMemoryWorkerLogs logs = new InMemoryWorkerLogs();
  private PaneDisplay display = PaneDisplay.NONE;
  private final Engine engine =
      new Engine(
          storage.as(Actor.CLI),
          InstantSource.fixed(NOW),
          new SplittableRandom(1),
          PhoneRegion.NONE,
          HomeState.of(logs).with(client -> display.show(client)));

  private final InMemoryDatabase database =
      new InMemoryDatabase(Path.of("/project/.engine/data/db/system.db"), InstantSource.fixed(NOW));

  private final Map<String, String> environment =
      new HashMap<>(Map.of("ENGINE_HOME", "/project/.engine"));
  private InputStream in = InputStream.nullInputStream();
  private final Machine machine = new Machine();
  private final ScriptedPauses pauses = new ScriptedPauses();
  private Optional<CopyStanding> copy = Optional.empty();

  /** What a command did. */
  record Result(int exitCode, String out, String err) {}

  /** The database file that the commands look after. */
  InMemoryDatabase database() {
    return database;
  }

  /** The store that the commands work on. */
  InMemoryStorage storage() {
    return storage;
  }

  /** Has panes brought to the front by {@code other}; until then there is no tmux. */
  void display(PaneDisplay other) {
    display = other;
  }

  /** What workers have printed. */
  InMemoryWorkerLogs logs() {
    return logs;
  }

  /** Has the next commands find an environment variable. */
  CliRun with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** Has the next commands find {@code text} in what is piped into them. */
  CliRun piping(String text) {
    in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** The same, from somebody who is so slow that {@code meanwhile} happens before. */
  CliRun piping(String text, Runnable meanwhile) {
    in =
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
          @Override
          public byte[] readNBytes(int most) throws IOException {
            meanwhile.run();
            return super.readNBytes(most);
          }
        };
    return this;
  }

  /** The machine that the commands work on. */
  Machine machine() {
    return machine;
  }

  /** Has the next commands find that the continuous copy stands so. */
  void copied(CopyStanding standing) {
    copy = Optional.of(standing);
  }

  /** The pauses that the next commands make. */
  ScriptedPauses pauses() {
    return pauses;
  }

  /** Runs {@code args} as a program would. */
  Result run(String... args) {
    return run(Terminal.Kind.PIPE, 100_000, args);
  }

  /** Runs {@code args} as a person would, on a terminal of 80 columns without colours. */
  Result runOnTerminal(String... args) {
    return run(Terminal.Kind.PLAIN, USUAL, args);
  }

  /** The same on a terminal of {@code columns}. */
  Result runOnTerminalOf(int columns, String... args) {
    return run(Terminal.Kind.PLAIN, columns, args);
  }

  private Result run(Terminal.Kind kind, int columns, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), kind, columns);
    Cli cli = new Cli(program(), InstantSource.fixed(NOW), in);
    int exitCode = cli.run(terminal, Path.of("/project"), environment, args);
    return new Result(exitCode, out.toString(), err.toString());
  }

  /** What the next command would work with, if it printed nothing. */
  Context context() {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    return new Context(
        program(),
        Terminal.pipe(nowhere, nowhere),
        InstantSource.fixed(NOW),
        in,
        Path.of("/project"),
        environment);
  }

  private Program program() {
    return new OneEngine(engine, database, machine, pauses, storage, copy);
  }

  private record OneEngine(
      Engine engine,
      InMemoryDatabase file,
      Machine machine,
      Pauses pauses,
      Storage store,
      Optional<CopyStanding> standing)
      implements Program {
    @Override
    public String version() {
      return "0.0.0-test";
    }

    @Override
    public Engine engine(HomeFolder home) {
      return engine;
    }

    @Override
    public DatabaseMaintenance database(HomeFolder home) {
      return new DatabaseMaintenance(file, file);
    }

    @Override
    public BackupCare backups(HomeFolder home) {
      return new BackupCare(file, store::backupLedger, InstantSource.fixed(NOW));
    }

    @Override
    public Optional<CopyStanding> copy(HomeFolder home) {
      return standing;
    }

    @Override
    public Installation installation() {
      return machine.installation();
    }

    @Override
    public CanaryRun canary(HomeFolder home) {
      return machine::flights;
    }

    @Override
    public Doctor doctor(HomeFolder home) {
      return machine.doctor(home);
    }

    @Override
    public ServingControl serving() {
      return machine.serving();
    }

    @Override
    public ServeRun serve(HomeFolder home) {
      return machine.serveRun();
    }

    @Override
    public WorkerShutdown workerShutdown(HomeFolder home) {
      SimulatedPrograms programs = machine.workers();
      return new WorkerShutdown(store.workerQueue(), programs, programs, programs::pass, programs);
    }

    @Override
    public McpRun mcp(HomeFolder home) {
      throw new IllegalStateException("the pipes are tested with real processes");
    }

    @Override
    public HookRun hook() {
      return machine.hook();
    }

    @Override
    public StartupUnits startupUnits() {
      return machine.units();
    }

    @Override
    public Links links() {
      return machine.links();
    }

    @Override
    public DemoRun demo(HomeFolder home) {
      throw new IllegalStateException("the demo is tested with real processes");
    }

    @Override
    public ChaosRun chaos() {
      return machine.chaos();
    }
  }
}
