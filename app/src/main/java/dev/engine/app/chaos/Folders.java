package dev.engine.app.chaos;

import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Folders of scratch stores. Never one that this process has open: SQLite would lose its locks. */
final class Folders {

  private interface Action {
    void run() throws IOException;
  }

  /** To delete a folder in which others are ending. */
  private static final int ATTEMPTS = 100;

  private Folders() {}

  static Path made(Path folder) {
    attempt(folder, () -> Files.createDirectories(folder));
    return folder;
  }

  /** Copies what is in {@code source} to {@code target}, which is new. */
  static Path copied(Path source, Path target) {
    made(target);
    attempt(
        target,
        () -> {
          for (Path file : below(source)) {
            Files.copy(file, target.resolve(source.relativize(file)));
          }
        });
    return target;
  }

  /** The names of what is in {@code folder}. */
  static List<String> names(Path folder) {
    List<String> names = new ArrayList<>();
    attempt(
        folder,
        () -> {
          try (Stream<Path> files = Files.list(folder)) {
            files.map(file -> file.getFileName().toString()).forEach(names::add);
          }
        });
    return names;
  }

  /** Takes away {@code folder}, if it is there, with all that is in it. */
  static void delete(Path folder) {
    for (int left = ATTEMPTS; left > 1; left--) {
      try {
        deleteOnce(folder);
        return;
      } catch (IOException stillWritten) {
        // By a process that is being ended: it is over soon.
      }
    }
    attempt(folder, () -> deleteOnce(folder));
  }

  private static void deleteOnce(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
              throws IOException {
            Files.deleteIfExists(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Everything below {@code folder}, folders before what is in them. */
  private static List<Path> below(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> !file.equals(folder)).sorted().toList();
    }
  }

  private static void attempt(Path folder, Action action) {
    try {
      action.run();
    } catch (IOException failure) {
      throw new StorageUnavailable(
          "the scratch folder %s cannot be used: %s".formatted(folder, failure.getMessage()),
          failure);
    }
  }
}
