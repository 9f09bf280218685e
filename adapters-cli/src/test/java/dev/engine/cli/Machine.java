package dev.engine.cli;

import dev.engine.domain.host.Links;
import dev.engine.domain.host.SimulatedPrograms;
import dev.engine.domain.install.ClientVersion;
import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.install.InMemoryDatabaseSetup;
import dev.engine.domain.install.InMemoryHomeFolders;
import dev.engine.domain.install.InMemoryHookPosts;
import dev.engine.domain.install.InMemoryHookRegistrations;
import dev.engine.domain.install.InMemoryStatusLines;
import dev.engine.domain.install.InMemoryToolServers;
import dev.engine.domain.serving.FakeEngines;
import dev.engine.domain.serving.InMemoryStartupUnits;
import dev.engine.services.Installation;
import dev.engine.services.ServingControl;
import dev.engine.services.doctor.DatabaseCheck;
import dev.engine.services.doctor.Doctor;
import dev.engine.services.doctor.HooksCheck;
import dev.engine.services.doctor.PrivacyCheck;
import dev.engine.services.doctor.TmuxCheck;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A machine of fakes, with Claude Code 2.1.330, without tmux, and with somebody at its keyboard.
 */
final class Machine {

  private static final Path COMMAND = Path.of("/opt/engine/bin/engine-hook");

  private final InMemoryHomeFolders folders = new InMemoryHomeFolders();
  private final InMemoryDatabaseSetup database = new InMemoryDatabaseSetup();
  private final InMemoryHookRegistrations hooks = new InMemoryHookRegistrations();
  private final InMemoryHookPosts posts = new InMemoryHookPosts();
  private final InMemoryStatusLines statusLines = new InMemoryStatusLines();
  private final InMemoryToolServers servers = new InMemoryToolServers();

  private final FakeEngines engines = new FakeEngines(HomeFolder.of(Path.of("/project")));
  private final InMemoryStartupUnits units = new InMemoryStartupUnits();
  private final SimulatedPrograms workers = new SimulatedPrograms(CliRun.NOW);
  private final List<URI> opened = new ArrayList<>();
  private final List<ServeRun.Options> served = new ArrayList<>();
  private List<CanaryRun.Flight> flights = List.of();
  private final List<List<String>> hooked = new ArrayList<>();
  private int hookExitCode;
  private final ScriptedChaos chaos = new ScriptedChaos();
  private boolean hasBrowser = true;

  /** Has the next canaries fare like this. */
  void fly(CanaryRun.Flight... next) {
    flights = List.of(next);
  }

  List<CanaryRun.Flight> flights() {
    return flights;
  }

  /** What comes of experiments on it. */
  ScriptedChaos chaos() {
    return chaos;
  }

  /** The engines that run on it. */
  FakeEngines engines() {
    return engines;
  }

  /** What it starts by itself. */
  InMemoryStartupUnits units() {
    return units;
  }

  /** The programs of workers that run on it. */
  SimulatedPrograms workers() {
    return workers;
  }

  /** Has hooks exit with {@code code}; until then with 0. */
  void hooksExitWith(int code) {
    hookExitCode = code;
  }

  /** With what arguments hooks were run, in their order. */
  List<List<String>> hooked() {
    return List.copyOf(hooked);
  }

  HookRun hook() {
    return arguments -> {
      hooked.add(arguments);
      return hookExitCode;
    };
  }

  /** The pages that were opened, in their order. */
  List<URI> opened() {
    return List.copyOf(opened);
  }

  /** With what engines were run in this process, in their order. */
  List<ServeRun.Options> served() {
    return List.copyOf(served);
  }

  void removeBrowser() {
    hasBrowser = false;
  }

  ServingControl serving() {
    return new ServingControl(
        new ServingControl.Machine(engines, engines, engines, COMMAND.resolveSibling("engine")),
        engines.locks(),
        engines.files(),
        engines);
  }

  /** Listens and is asked to end in the same moment. */
  ServeRun serveRun() {
    return (options, listening) -> {
      served.add(options);
      listening.accept(new ServeRun.Listening(FakeEngines.ENDPOINT, null));
    };
  }

  Links links() {
    return link -> {
      if (!hasBrowser) {
        return Links.Opening.NO_BROWSER;
      }
      opened.add(link);
      return Links.Opening.OPENED;
    };
  }

  InMemoryHomeFolders folders() {
    return folders;
  }

  InMemoryHookPosts posts() {
    return posts;
  }

  InMemoryHookRegistrations hooks() {
    return hooks;
  }

  Installation installation() {
    Optional<ClientVersion> client = Optional.of(new ClientVersion(2, 1, 330));
    return new Installation(
        folders,
        database,
        new Installation.Registered(hooks, statusLines, servers),
        new Installation.Posting(posts, home -> 20_001, home -> "token"),
        new Installation.Clients(() -> client, COMMAND));
  }

  Doctor doctor(HomeFolder home) {
    return new Doctor(
        List.of(
            new DatabaseCheck(database, home),
            new PrivacyCheck(folders, home),
            new HooksCheck(folders, hooks, () -> installation().setup(home, null, null)),
            new TmuxCheck((command, limit) -> Optional.empty())));
  }
}
