package dev.engine.host.serving;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Files that this process works on under names where there is now another file, or none: what is
 * written to them nobody will find. Told by {@code /proc} where there is one; elsewhere none are
 * ever seen. Only asks for what files are, and opens none of them.
 */
public final class ReplacedFiles {

  private static final Path OPEN = Path.of("/proc/self/fd");

  private ReplacedFiles() {}

  /**
   * Those of {@code files} that this process does not have open, as they are there now.
   *
   * @param files all of which it has opened
   */
  public static List<Path> among(List<Path> files) {
    if (!Files.isDirectory(OPEN)) {
      return List.of();
    }
    try (Stream<Path> descriptors = Files.list(OPEN)) {
      Set<Object> open = new HashSet<>();
      descriptors.forEach(descriptor -> identity(descriptor).ifPresent(open::add));
      return files.stream()
          .filter(file -> identity(file).filter(open::contains).isEmpty())
          .toList();
    } catch (IOException notToBeSeen) {
      return List.of();
    }
  }

  /** Device and number; empty if there is no such file. */
  private static Optional<Object> identity(Path file) {
    try {
      return Optional.ofNullable(Files.readAttributes(file, BasicFileAttributes.class).fileKey());
    } catch (IOException closedOrGone) {
      return Optional.empty();
    }
  }
}
