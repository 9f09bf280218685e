package dev.engine.hooks;

import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;

/**
 * The file by which {@code bin/engine-hook} knows that a process is emptying the spool: one line
 * with its number and, in microseconds, when it last said so. The launcher writes it before there
 * is a JVM. After a minute it counts for nothing, lest a number that was given away keeps it up.
 */
final class DrainerMark {

  private final Path file;
  private final long pid;

  /**
   * @param pid the number of this process
   */
  DrainerMark(Path file, long pid) {
    this.file = file;
    this.pid = pid;
  }

  /** Says that this process is at it at {@code now}. */
  void renew(Instant now) {
    try {
      OwnerFiles.replace(
          file, "%d %d\n".formatted(pid, Micros.of(now)).getBytes(StandardCharsets.US_ASCII));
    } catch (IOException refused) {
      throw new StorageUnavailable("cannot write %s: %s".formatted(file, refused), refused);
    }
  }

  /** Takes it away if it names this process. */
  void giveUp() {
    try {
      if (isOurs()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException refused) {
      throw new StorageUnavailable("cannot delete %s: %s".formatted(file, refused), refused);
    }
  }

  private boolean isOurs() throws IOException {
    try {
      return Files.readString(file, StandardCharsets.US_ASCII).startsWith(pid + " ");
    } catch (NoSuchFileException nobodys) {
      return false;
    }
  }
}
