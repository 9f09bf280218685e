package dev.engine.persistence;

import dev.engine.domain.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/**
 * The small files beside backups, and the hash of backups. Apart from everything else, because it
 * opens files: backups, which nobody writes to any more, so that nobody misses the locks that
 * closing one drops; never through a link, which could lead to the database, see {@link
 * DatabaseFiles}.
 */
final class SealFiles {

  private static final int CHUNK_BYTES = 1 << 16;

  private SealFiles() {}

  /**
   * The text of {@code file}; empty if there is none that can be read. One that belongs to another
   * user, or is no text any more, says nothing of its backup, and must not hide all others.
   */
  static Optional<String> read(Path file) {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  /** Writes {@code text} into {@code empty}, a file that nobody knows of. */
  static void write(Path empty, String text) {
    try {
      Files.writeString(empty, text, StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw StorageFailures.ofFile(empty, "cannot be written", failure);
    }
  }

  /** The SHA-256 of all bytes of {@code backup}, 64 lower-case hex digits. */
  static String sha256(Path backup) {
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK_BYTES);
    MessageDigest digest = Sha256.begin();
    try (FileChannel channel =
        FileChannel.open(backup, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
      while (channel.read(chunk) >= 0) {
        digest.update(chunk.flip());
        chunk.clear();
      }
    } catch (IOException failure) {
      throw StorageFailures.ofFile(backup, "cannot be read", failure);
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
