package dev.engine.services;

import dev.engine.domain.error.EngineException.NotFound;
import dev.engine.domain.install.HomeFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where one engine keeps its things: the {@code .engine} folder of a project.
 *
 * @param folder absolute and normalised
 */
public record EngineHome(Path folder) {

  private static final String NAME = ".engine";

  public EngineHome {
    folder = folder.toAbsolutePath().normalize();
  }

  /** The home of {@code project}, whether it exists yet or not. */
  public static EngineHome of(Path project) {
    return new EngineHome(project.resolve(NAME));
  }

  /**
   * The home of {@code project}.
   *
   * @throws NotFound if it has none
   */
  public static EngineHome existing(Path project) {
    EngineHome home = of(project);
    if (!Files.isDirectory(home.folder())) {
      throw new NotFound(
          ".engine folder in %s;".formatted(home.project()),
          "`engine init --project %s` makes one".formatted(home.project()));
    }
    return home;
  }

  /**
   * The home that is meant by somebody in {@code directory} who names none: the one that {@code
   * ENGINE_HOME} tells, else that of the nearest folder upwards that has one. Never that of the
   * current directory alone, so that an agent's {@code cd} cannot start a second store.
   *
   * @param variable the value of {@code ENGINE_HOME}, a home or its project; null or empty if it is
   *     not set
   * @throws NotFound if there is none
   */
  public static EngineHome find(@Nullable String variable, Path directory) {
    if (variable != null && !variable.isEmpty()) {
      Path named = Path.of(variable);
      return named.endsWith(NAME) ? new EngineHome(named) : of(named);
    }
    return nearest(directory)
        .orElseThrow(
            () ->
                new NotFound(
                    ".engine folder in %s or above it;".formatted(directory),
                    "`engine init` makes one, --project names another"));
  }

  /** The project that this is the home of. */
  public Path project() {
    Path parent = folder.getParent();
    return parent == null ? folder : parent;
  }

  /** What is where in it. */
  public HomeFolder layout() {
    return new HomeFolder(folder);
  }

  /** The database file. */
  public Path database() {
    return layout().database();
  }

  /** The optional settings file. */
  public Path settings() {
    return layout().config().resolve("engine.toml");
  }

  private static Optional<EngineHome> nearest(Path directory) {
    return Stream.iterate(
            directory.toAbsolutePath().normalize(), folder -> folder != null, Path::getParent)
        .map(EngineHome::of)
        .filter(home -> Files.isDirectory(home.folder()))
        .findFirst();
  }
}
