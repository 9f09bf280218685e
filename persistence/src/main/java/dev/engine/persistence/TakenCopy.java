package dev.engine.persistence;

import dev.engine.domain.error.EngineException.NotFound;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Takes a continuous copy out of its folder, be it that an engine goes on with it or not. */
final class TakenCopy {

  private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);

  /** Each is spoiled only if the copy's log is played into its file at that moment. */
  private static final int TRIES = 50;

  /** Far longer than an engine changes file and log together; then that was cut off. */
  private static final int TRIES_WHILE_CHANGING = 25;

  private final CopyFolder folder;
  private final Path target;

  private TakenCopy(CopyFolder folder, Path target) {
    this.folder = folder;
    this.target = target;
  }

  /** Whether {@code folder} says that it has a continuous copy. */
  static boolean isIn(Path folder) {
    return Files.isRegularFile(folder.resolve(CopyFolder.MARKER), LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * Makes one file of it, with all that was committed and copied.
   *
   * @param database that nobody may take for its copy
   * @param scratch a folder that nobody knows of
   * @throws NotFound if {@code folder} has no copy
   */
  static Path into(Path scratch, Path folder, Path database, Duration patience) {
    CopyFolder copy = CopyFolder.found(folder, database);
    Path target = scratch.resolve("copied.db");
    new TakenCopy(copy, target).take();
    try (Connection connection = Connections.openUnmarked(target, patience)) {
      Sql.first(connection, row -> row.getInt(1), "PRAGMA wal_checkpoint(TRUNCATE)");
    } catch (SQLException failure) {
      throw StorageFailures.of(target, failure);
    }
    return target;
  }

  private void take() {
    int whileChanging = 0;
    for (int i = 0; i < TRIES; i++) {
      CopyMarker before = folder.requireMarker();
      if (!before.isChanging() || whileChanging++ > TRIES_WHILE_CHANGING) {
        DatabaseFiles.discard(target);
        folder.copyTo(target);
        if (before.equals(folder.requireMarker())) {
          return;
        }
      }
      LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
    }
    throw new StorageUnavailable(
        "the copy in %s changes too fast to be read".formatted(folder.path()));
  }
}
