package dev.engine.host;

import dev.engine.domain.install.HomeFolder;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Walks through a home without following links, while an engine may be at work in it. */
final class HomeWalk {

  private HomeWalk() {}

  /** See {@link dev.engine.domain.install.HomeFolders#tooOpen}. */
  static List<Path> tooOpen(HomeFolder home) throws IOException {
    if (!Files.isDirectory(home.path())) {
      return List.of();
    }
    List<Path> open = new ArrayList<>();
    Files.walkFileTree(home.path(), new Collecting(open, home.outputs()));
    return open.stream().sorted().toList();
  }

  /** Deletes {@code folder} and what is in it. */
  static void delete(Path folder) throws IOException {
    Files.walkFileTree(folder, new Deleting());
  }

  /** Past what vanishes between being listed and being looked at. */
  private abstract static class Tolerant extends SimpleFileVisitor<Path> {

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      if (failure instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw failure;
    }
  }

  private static final class Collecting extends Tolerant {

    private final List<Path> open;
    private final Path outputs;

    Collecting(List<Path> open, Path outputs) {
      this.open = open;
      this.outputs = outputs;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
        throws IOException {
      collect(folder);
      return Objects.equals(folder.getParent(), outputs)
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      // A link is always open to all; what it leads to has a mode of its own.
      if (!attributes.isSymbolicLink()) {
        collect(file);
      }
      return FileVisitResult.CONTINUE;
    }

    private void collect(Path path) throws IOException {
      try {
        if (PrivateFiles.isTooOpen(path)) {
          open.add(path);
        }
      } catch (NoSuchFileException gone) {
        // as -wal and -shm do when the last connection closes
      }
    }
  }

  private static final class Deleting extends Tolerant {

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
        throws IOException {
      if (failure != null) {
        throw failure;
      }
      Files.deleteIfExists(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
