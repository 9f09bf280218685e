package dev.engine.cli;

import dev.engine.domain.install.ClientVersion;
import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.install.InMemoryDatabaseSetup;
import dev.engine.domain.install.InMemoryHomeFolders;
import dev.engine.domain.install.InMemoryHookRegistrations;
import dev.engine.services.DatabaseCheck;
import dev.engine.services.Doctor;
import dev.engine.services.HooksCheck;
import dev.engine.services.Installation;
import dev.engine.services.PrivacyCheck;
import dev.engine.services.TmuxCheck;
import java.nio.file.Path;
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

  private List<CanaryRun.Flight> flights = List.of();

  /** Has the next canaries fare like this. */
  void fly(CanaryRun.Flight... next) {
    flights = List.of(next);
  }

  List<CanaryRun.Flight> flights() {
    return flights;
  }

  InMemoryHomeFolders folders() {
    return folders;
  }

  InMemoryHookRegistrations hooks() {
    return hooks;
  }

  Installation installation() {
    Optional<ClientVersion> client = Optional.of(new ClientVersion(2, 1, 330));
    return new Installation(
        folders, database, hooks, new Installation.Clients(() -> client, COMMAND));
  }

  Doctor doctor(HomeFolder home) {
    return new Doctor(
        List.of(
            new DatabaseCheck(database, home),
            new PrivacyCheck(folders, home),
            new HooksCheck(folders, hooks, () -> installation().setup(home, null)),
            new TmuxCheck((command, limit) -> Optional.empty())));
  }
}
