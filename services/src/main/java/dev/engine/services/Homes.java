package dev.engine.services;

import dev.engine.domain.error.EngineException.NotFound;
import dev.engine.domain.install.HomeFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which home somebody means. */
public final class Homes {

  private Homes() {}

  /**
   * The home of {@code project}.
   *
   * @throws NotFound if it has none
   */
  public static HomeFolder existing(Path project) {
    HomeFolder home = HomeFolder.of(project.toAbsolutePath());
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
      return Optional.of(
          named.endsWith(HomeFolder.NAME) ? new HomeFolder(named) : HomeFolder.of(named));
    }
    return Stream.iterate(
            directory.toAbsolutePath().normalize(), folder -> folder != null, Path::getParent)
        .map(HomeFolder::of)
        .filter(home -> Files.isDirectory(home.path()))
        .findFirst();
  }
}
