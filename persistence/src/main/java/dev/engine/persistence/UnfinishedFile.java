package dev.engine.persistence;

import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.nio.file.Path;

/**
 * A new file, empty at first, on its way to become another one. Closing it takes it away, unless it
 * has taken another's place by then.
 */
final class UnfinishedFile implements AutoCloseable {

  private final Path path;
  private boolean isFinished;

  private UnfinishedFile(Path path) {
    this.path = path;
  }

  /**
   * One in the folder of {@code finished}, where it can take the place of any file in one step.
   *
   * @throws StorageUnavailable if the folder cannot be written to
   */
  static UnfinishedFile of(Path finished) {
    return new UnfinishedFile(DatabaseFiles.unfinished(finished));
  }

  Path path() {
    return path;
  }

  /**
   * Puts it in place of {@code file} in one step, and makes that durable.
   *
   * @throws StorageUnavailable if that cannot be done
   */
  void replace(Path file) {
    DatabaseFiles.replace(path, file);
    isFinished = true;
  }

  @Override
  public void close() {
    if (!isFinished) {
      DatabaseFiles.discard(path); // gone already if somebody else has put it in its place
    }
  }
}
