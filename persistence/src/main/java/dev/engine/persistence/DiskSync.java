package dev.engine.persistence;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Waits for the disk. Apart from everything else, because it opens files: never one that SQLite may
 * have open in this process and others know of, see {@link DatabaseFiles}.
 */
final class DiskSync {

  private DiskSync() {}

  /** Returns when {@code ready}, a folder or a file that is of one hand only, is on the disk. */
  static void of(Path ready) {
    try (FileChannel channel = FileChannel.open(ready, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException failure) {
      throw StorageFailures.ofFile(ready, "did not get to the disk", failure);
    }
  }
}
