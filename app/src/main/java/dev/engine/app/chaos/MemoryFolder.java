package dev.engine.app.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder in memory, where this machine has such; to be closed, which removes it. */
final class MemoryFolder implements AutoCloseable {

  private static final Path MEMORY = Path.of("/dev/shm");

  private static final String OWN = "engine-chaos-%d-".formatted(ProcessHandle.current().pid());

  /** Far more than is laid in one at a time. */
  private static final long ROOM_BYTES = 48L << 20;

  private final Path path;

  private MemoryFolder(Path path) {
    this.path = path;
  }

  /** A new one; below {@code scratch} where there is no memory to be had. */
  static MemoryFolder insteadOf(Path scratch) {
    try {
      if (Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() > ROOM_BYTES) {
        return new MemoryFolder(Files.createTempDirectory(MEMORY, OWN));
      }
    } catch (IOException none) {
      // Then it takes longer, on the disk.
    }
    return new MemoryFolder(Folders.made(scratch.resolve("no-memory")));
  }

  /** Removes all that this process has made and not closed. */
  static void removeAll() {
    if (Files.isDirectory(MEMORY)) {
      Folders.names(MEMORY).stream()
          .filter(name -> name.startsWith(OWN))
          .forEach(name -> Folders.delete(MEMORY.resolve(name)));
    }
  }

  Path path() {
    return path;
  }

  @Override
  public void close() {
    Folders.delete(path);
  }
}
