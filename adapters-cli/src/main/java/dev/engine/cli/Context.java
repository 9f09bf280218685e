package dev.engine.cli;

import dev.engine.domain.install.HomeFolder;
import dev.engine.services.BackupCare;
import dev.engine.services.DatabaseMaintenance;
import dev.engine.services.Engine;
import dev.engine.services.Homes;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one run of a command works with. */
final class Context {

  private final Program program;
  private final Output output;
  private final InstantSource clock;
  private final InputStream in;
  private final Path directory;
  private final Map<String, String> environment;
  private @Nullable Path project;

  Context(
      Program program,
      Terminal terminal,
      InstantSource clock,
      InputStream in,
      Path directory,
      Map<String, String> environment) {
    this.program = program;
    this.output = new Output(terminal, clock);
    this.clock = clock;
    this.in = in;
    this.directory = directory;
    this.environment = environment;
  }

  Program program() {
    return program;
  }

  Output output() {
    return output;
  }

  /** What was piped into the command. */
  InputStream in() {
    return in;
  }

  /** When the command runs. */
  Instant now() {
    return clock.instant();
  }

  /** An environment variable; null if it is not set or empty. */
  @Nullable String variable(String name) {
    String value = environment.get(name);
    return value == null || value.isEmpty() ? null : value;
  }

  /** What {@code --project} said. */
  void chooseProject(Path chosen) {
    this.project = directory.resolve(chosen);
  }

  /** The home that the command is about: of {@code --project}, else found from the surroundings. */
  HomeFolder home() {
    return project != null
        ? Homes.existing(project)
        : Homes.find(environment.get("ENGINE_HOME"), directory);
  }

  /** As {@link #home}, or the home that could be made right here where there is none. */
  HomeFolder homeOrHere() {
    return project != null
        ? Homes.of(project)
        : Homes.lookUp(environment.get("ENGINE_HOME"), directory)
            .orElseGet(() -> Homes.of(directory));
  }

  /**
   * The home that an event of Claude Code is about: of {@code --project}, else found as a hook
   * finds it, from the project that the client names; empty if there is none.
   */
  Optional<HomeFolder> homeOfHook() {
    if (project != null) {
      return Optional.of(Homes.existing(project));
    }
    String named = environment.getOrDefault("CLAUDE_PROJECT_DIR", "");
    return Homes.lookUp(environment.get("ENGINE_HOME"), directory.resolve(named));
  }

  /** A path on the command line, as seen from the directory that the command was typed in. */
  Path path(Path typed) {
    return directory.resolve(typed);
  }

  /** The project that a command which makes a home is about: {@code --project}, else right here. */
  Path projectOrHere() {
    return project != null ? project : directory;
  }

  Engine engine() {
    return program.engine(home());
  }

  DatabaseMaintenance database() {
    return program.database(home());
  }

  BackupCare backups() {
    return program.backups(home());
  }
}
