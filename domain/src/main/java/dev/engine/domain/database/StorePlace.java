package dev.engine.domain.database;

import dev.engine.domain.error.EngineException.StorageRefused;
import java.nio.file.Path;

/**
 * Where a store is, or is to be.
 *
 * @param folder the one of its file
 * @param fileSystem the type of the file system that the folder is on, such as {@code ext4}
 */
public record StorePlace(Path folder, String fileSystem) {

  public FileSystemKind kind() {
    return FileSystemKind.of(fileSystem);
  }

  /**
   * Lets nobody by whose store could not be kept whole there.
   *
   * @throws StorageRefused if the locks of its file system cannot be relied on
   */
  public void requireLocal() {
    if (kind() == FileSystemKind.SHARED) {
      throw new StorageRefused(
          "%s is on a file system over a network (%s), where SQLite's locks do not hold: move the"
                  .formatted(folder, fileSystem)
              + " project to a local disk, or name another home by ENGINE_HOME");
    }
  }
}
