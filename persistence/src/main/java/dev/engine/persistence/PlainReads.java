package dev.engine.persistence;

import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Reads the bytes of a database that is in use, by programs in processes of their own: POSIX locks
 * belong to a process, so what another one opens and closes drops none of ours (ADR 0022). This
 * process gets the bytes through a pipe and opens nothing.
 *
 * <p>What is read while others write is of no one moment; {@link LogFrames} tells what of it is
 * whole.
 */
final class PlainReads {

  /** Far longer than a disk takes for what is asked at a time; then the program hangs. */
  private static final Duration LONGEST_READ = Duration.ofSeconds(20);

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  private final Path file;

  PlainReads(Path file) {
    this.file = file.toAbsolutePath();
  }

  /**
   * The write-ahead log from {@code offset} on.
   *
   * @param most how many bytes at most; fewer are all there are
   * @throws StorageUnavailable if it cannot be read now
   */
  byte[] log(long offset, int most) {
    Path log = SideFile.LOG.of(file);
    try {
      Process tail =
          started(List.of("tail", "-c", "+" + (offset + 1), log.toString()), Redirect.PIPE);
      tail.onExit()
          .orTimeout(LONGEST_READ.toMillis(), TimeUnit.MILLISECONDS)
          .exceptionally(hangs -> tail.destroyForcibly());
      try (InputStream bytes = tail.getInputStream()) {
        byte[] read = bytes.readNBytes(most);
        if (read.length < most) { // else it is cut off, which is no failure
          requireSuccess(tail, log);
        }
        return read;
      } finally {
        tail.destroyForcibly();
      }
    } catch (IOException failure) {
      throw unreadable(log, failure);
    }
  }

  /**
   * Copies the database file, without its log.
   *
   * @param target an empty file
   * @param mayGoOn asked again and again; if it says no, the copy is given up
   * @throws StorageUnavailable if nothing came of it
   */
  void copyTo(Path target, BooleanSupplier mayGoOn) {
    try {
      Process cp = started(List.of("cp", file.toString(), target.toString()), Redirect.DISCARD);
      try {
        while (!cp.waitFor(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
          if (!mayGoOn.getAsBoolean()) {
            throw new StorageUnavailable(
                "%s takes too long to copy: so much was written meanwhile that the copy was given up"
                    .formatted(file));
          }
        }
        requireSuccess(cp, target);
      } finally {
        cp.destroyForcibly();
      }
    } catch (IOException failure) {
      throw unreadable(file, failure);
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
      throw unreadable(file, ending);
    }
  }

  private static Process started(List<String> command, Redirect output) throws IOException {
    return new ProcessBuilder(command)
        .redirectInput(Redirect.from(new File("/dev/null")))
        .redirectOutput(output)
        .redirectError(Redirect.DISCARD)
        .start();
  }

  private static void requireSuccess(Process program, Path file) {
    try {
      int exit = program.waitFor();
      if (exit != 0) {
        throw new StorageUnavailable("copying %s ended with %d".formatted(file, exit));
      }
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
      throw unreadable(file, ending);
    }
  }

  private static StorageUnavailable unreadable(Path file, Exception failure) {
    return new StorageUnavailable(
        "%s cannot be read by another process: %s".formatted(file, failure), failure);
  }
}
