package dev.engine.services;

import dev.engine.domain.error.EngineException.NotFound;
import dev.engine.domain.install.HomeFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which home somebody means. Whatever links lead to a project that is there, its home is always
 * called by the one path that none leads to: what is stored and compared of it is the same for all.
 */
public final class Homes {

  private Homes() {}

  /** The home of {@code project}, whether or not it is there. */
  public static HomeFolder of(Path project) {
    Path named = project.toAbsolutePath();
    try {
      return HomeFolder.of(named.toRealPath());
    } catch (IOException notThere) { // whoever goes on with it is told why
      return HomeFolder.of(named);
    }
  }

  /**
   * The home of {@code project}.
   *
   * @throws NotFound if it has none
   */
  public static HomeFolder existing(Path project) {
    HomeFolder home = of(project);
    if (!Files.isDirectory(home.path())) {
      throw new NotFound(
          ".engine folder in %s;".formatted(home.project()),
          "`engine init --project %s` makes one".formatted(home.project()));
    }
    return home;
  }

  /**
   * The home that is meant by somebody in {@code directory} who names none: see {@link #lookUp}.
   *
   * @throws NotFound if there is none
   */
  public static HomeFolder find(@Nullable String variable, Path directory) {
    return lookUp(variable, directory)
        .orElseThrow(
            () ->
                new NotFound(
                    ".engine folder in %s or above it;".formatted(directory),
                    "`engine init` makes one, --project names another"));
  }

  /**
   * The home that is meant by somebody in {@code directory} who names none: the one that {@code
   * ENGINE_HOME} tells, else that of the nearest folder upwards that has one. Never that of the
   * current directory alone, so that an agent's {@code cd} cannot start a second store.
   *
   * @param variable the value of {@code ENGINE_HOME}, a home or its project; null or empty if it is
   *     not set
   */
  public static Optional<HomeFolder> lookUp(@Nullable String variable, Path directory) {
    if (variable != null && !variable.isEmpty()) {
      Path named = Path.of(variable).toAbsolutePath().normalize();
      return Optional.of(of(named.endsWith(HomeFolder.NAME) ? named.resolveSibling("") : named));
    }
    return Stream.iterate(
            directory.toAbsolutePath().normalize(), folder -> folder != null, Path::getParent)
        .filter(folder -> Files.isDirectory(HomeFolder.of(folder).path()))
        .findFirst()
        .map(Homes::of);
  }
}
