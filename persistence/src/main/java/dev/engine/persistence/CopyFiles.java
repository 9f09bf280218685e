package dev.engine.persistence;

import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;

/**
 * Reads and writes the files of a continuous copy. Apart from everything else, because it opens
 * files: those of a copy, which SQLite has not open in this process; never through a link, which
 * could lead to the database, see {@link DatabaseFiles}.
 */
final class CopyFiles {

  private static final OpenOption NO_LINK = LinkOption.NOFOLLOW_LINKS;

  private CopyFiles() {}

  /** The text of {@code file}; empty if there is none. */
  static Optional<String> text(Path file) {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new StorageUnavailable("%s cannot be read: %s".formatted(file, failure), failure);
    }
  }

  /**
   * Writes some bytes at a place of a file that is there, in the place of all that may stand behind
   * it, and waits for the disk.
   *
   * @return false if the file is missing or ends before {@code offset}; nothing was written then
   */
  static boolean write(Path file, long offset, byte[] bytes, int length) {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file, Set.of(StandardOpenOption.WRITE, NO_LINK))) {
      if (channel.size() < offset) {
        return false;
      }
      channel.truncate(offset); // a full disk may have cut off what was written before
      ByteBuffer rest = ByteBuffer.wrap(bytes, 0, length);
      channel.position(offset);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(false);
      return true;
    } catch (IOException failure) {
      throw new StorageUnavailable("%s cannot be written: %s".formatted(file, failure), failure);
    }
  }

  /** Plays all commits of {@code log} into {@code base}, and waits for the disk. */
  static void fold(Path log, Path base) {
    try (FileChannel frames = FileChannel.open(log, Set.of(StandardOpenOption.READ, NO_LINK));
        FileChannel pages = FileChannel.open(base, Set.of(StandardOpenOption.WRITE, NO_LINK))) {
      CopyFold.of(frames, pages);
    } catch (IOException failure) {
      throw new StorageUnavailable("%s cannot be written: %s".formatted(base, failure), failure);
    }
  }

  /** Copies {@code original} into {@code target}, which is there and empty. */
  static void copy(Path original, Path target) {
    try (FileChannel from = FileChannel.open(original, Set.of(StandardOpenOption.READ, NO_LINK));
        FileChannel to = FileChannel.open(target, Set.of(StandardOpenOption.WRITE, NO_LINK))) {
      long size = from.size();
      for (long at = 0; at < size; ) {
        long more = from.transferTo(at, size - at, to);
        if (more <= 0) {
          return; // it has become shorter meanwhile
        }
        at += more;
      }
    } catch (IOException failure) {
      throw new StorageUnavailable("%s cannot be copied: %s".formatted(original, failure), failure);
    }
  }
}
