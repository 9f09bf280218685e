package dev.engine.persistence;

import dev.engine.domain.error.EngineException.StorageRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * Whether the write-ahead log that a store writes to is still the one that others find beside the
 * file. Nobody may take it away while the store is open; whoever does takes along what is committed
 * from then on, and neither SQLite nor a check of the file notices (ADR 0010).
 *
 * <p>It asks for the log's identity and opens nothing. Safe for several threads.
 */
final class LogWatch {

  private final Path file;

  /** Null where files have no identity, or where there was no log to watch. */
  private final @Nullable Object log;

  private volatile @Nullable String trouble;

  private LogWatch(Path file, @Nullable Object log) {
    this.file = file;
    this.log = log;
  }

  /** Of the log that is beside {@code file} now, where a connection has just been opened. */
  static LogWatch of(Path file) {
    return new LogWatch(file, identity(file));
  }

  /** Of a file that nobody else knows. */
  static LogWatch none(Path file) {
    return new LogWatch(file, null);
  }

  /**
   * Looks.
   *
   * @throws StorageRefused if the log is another one, or was at an earlier look
   */
  void look() {
    if (log != null && !log.equals(identity(file))) {
      lose();
    }
    requireKept();
  }

  /**
   * Counts as if a look had found another log.
   *
   * @throws StorageRefused always
   */
  void lose() {
    lose(
        "%s or its write-ahead log was deleted, replaced or overwritten while it was in use"
            .formatted(file));
  }

  /**
   * Has nothing more written, for a reason of another kind.
   *
   * @param reason a sentence without its stop
   * @throws StorageRefused always
   */
  void lose(String reason) {
    trouble = reason;
    requireKept();
  }

  /**
   * @throws StorageRefused if a look has found another log
   */
  void requireKept() {
    String found = trouble;
    if (found != null) {
      throw new StorageRefused(
          found
              + ": nothing more is stored; end every Engine process, then `engine db verify`, and"
              + " restore a backup if something is missing");
    }
  }

  /** Whether a look has found another log. */
  boolean isLost() {
    return trouble != null;
  }

  private static @Nullable Object identity(Path file) {
    try {
      return Files.readAttributes(SideFile.LOG.of(file), BasicFileAttributes.class).fileKey();
    } catch (IOException notThere) {
      return null;
    }
  }
}
