package dev.engine.host.serving;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Files that this process has open although somebody has deleted them: what is written to them is
 * lost when it ends. Told by {@code /proc} where there is one; elsewhere none are ever seen.
 */
public final class DeletedFiles {

  private static final Path OPEN = Path.of("/proc/self/fd");
  private static final String MARK = " (deleted)";

  private DeletedFiles() {}

  /** Those that were in {@code folder}, in the order of their names. */
  public static List<Path> openIn(Path folder) {
    if (!Files.isDirectory(OPEN)) {
      return List.of();
    }
    try (Stream<Path> descriptors = Files.list(OPEN)) {
      Path place = folder.toRealPath();
      return descriptors
          .flatMap(descriptor -> deleted(descriptor).stream())
          .filter(file -> place.equals(file.getParent()))
          .distinct()
          .sorted()
          .toList();
    } catch (IOException notToBeSeen) {
      return List.of();
    }
  }

  private static Optional<Path> deleted(Path descriptor) {
    try {
      String target = Files.readSymbolicLink(descriptor).toString();
      return target.endsWith(MARK)
          ? Optional.of(Path.of(target.substring(0, target.length() - MARK.length())))
          : Optional.empty();
    } catch (IOException closedMeanwhile) {
      return Optional.empty();
    }
  }
}
