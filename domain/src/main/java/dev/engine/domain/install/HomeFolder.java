package dev.engine.domain.install;

import dev.engine.domain.error.EngineException.InvalidInput;
import java.nio.file.Path;
import java.util.List;

/**
 * Where one engine keeps everything: as a rule the folder {@code .engine} of a project.
 *
 * @param path absolute, without {@code .} and {@code ..}
 */
public record HomeFolder(Path path) {

  /** What every home is called. */
  public static final String NAME = ".engine";

  /**
   * @throws InvalidInput unless {@code path} is absolute
   */
  public HomeFolder {
    path = path.normalize();
    if (!path.isAbsolute()) {
      throw new InvalidInput("home", "an absolute path", path.toString());
    }
  }

  /**
   * The home of {@code project}, whether or not it is there yet.
   *
   * @throws InvalidInput unless {@code project} is absolute
   */
  public static HomeFolder of(Path project) {
    return new HomeFolder(project.resolve(NAME));
  }

  /** The folder that the home is in, and where Claude Code runs. */
  public Path project() {
    return path.resolveSibling("").normalize();
  }

  /** Settings that the person writes. */
  public Path config() {
    return path.resolve("config");
  }

  /** The file with those settings; it need not be there. */
  public Path settings() {
    return config().resolve("engine.toml");
  }

  /** What outlives restarts: the database, the workspaces, what the installation must remember. */
  public Path data() {
    return path.resolve("data");
  }

  /** The database file. Only the store may open it: see the copy trap in the architecture notes. */
  public Path database() {
    return data().resolve("db").resolve("system.db");
  }

  /** The workspaces of workers, one folder each. */
  public Path outputs() {
    return data().resolve("outputs");
  }

  /** What only matters while an engine runs: token, endpoint, lock, spool. */
  public Path run() {
    return path.resolve("run");
  }

  /** Where a running engine listens: one line, host and port. Not there while none serves. */
  public Path endpoint() {
    return run().resolve("endpoint");
  }

  /** What callers of a running engine show: one line, a bearer token. Kept over restarts. */
  public Path token() {
    return run().resolve("token");
  }

  /** Held by the engine that serves this home; its text says who that is. */
  public Path lock() {
    return run().resolve("lock");
  }

  /** Events of hooks that wait to be stored, one file each. */
  public Path spool() {
    return run().resolve("spool");
  }

  /** What is written down of the workers that run, one folder for each attempt. */
  public Path workerRuns() {
    return run().resolve("workers");
  }

  /**
   * Claude Code's settings for workers, where those of the project do not do; need not be there.
   */
  public Path workerSettings() {
    return run().resolve("worker-settings.json");
  }

  /** In which hooks count the calls that took too long; need not be there. */
  public Path hookBreaker() {
    return run().resolve("hook-breaker");
  }

  /** The file in which a running engine says how the continuous copy of its store stands. */
  public Path copyState() {
    return run().resolve("copy");
  }

  /** What a running engine has to say, for whoever looks for a fault. Older parts lie beside it. */
  public Path log() {
    return run().resolve("log").resolve("engine.log");
  }

  /** The folders of every home, each after the one that it is in. */
  public List<Path> folders() {
    return List.of(path, config(), data(), data().resolve("db"), outputs(), run());
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
