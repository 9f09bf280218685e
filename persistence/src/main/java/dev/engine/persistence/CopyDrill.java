package dev.engine.persistence;

import dev.engine.domain.database.CopyTrial;
import dev.engine.domain.database.Progress;
import dev.engine.domain.database.Verification;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * A restore of a continuous copy on trial, into a folder that nobody knows of: it must be sound, go
 * on to where the database was when the trial began, and let a store write to it.
 */
final class CopyDrill {

  private static final Duration BETWEEN_TAKES = Duration.ofMillis(500);

  /** An engine copies twice a second; a copy that is not there after that does not follow. */
  private static final int TAKES = 4;

  private final BackupFolder folder;
  private final Path database;
  private final Duration patience;

  CopyDrill(BackupFolder folder, Path database, Duration patience) {
    this.folder = folder;
    this.database = database;
    this.patience = patience;
  }

  /**
   * @param expected the position of the database's last event
   * @param progress in tables
   */
  CopyTrial run(Path copy, long expected, Progress progress) {
    Path scratch = folder.scratch();
    try {
      Path taken = TakenCopy.into(scratch, copy, database, patience);
      for (int i = 1; i < TAKES && journalHead(taken) < expected; i++) {
        LockSupport.parkNanos(BETWEEN_TAKES.toNanos());
        taken = TakenCopy.into(scratch, copy, database, patience);
      }
      Verification found = Inspection.of(taken, progress);
      if (found.isSound() && found.version() == SchemaVersion.CURRENT) {
        serve(taken);
      }
      return new CopyTrial(copy, found, journalHead(taken), expected);
    } finally {
      DatabaseFiles.discardFolder(scratch);
    }
  }

  private static long journalHead(Path taken) {
    try (Connection connection = Connections.openToRead(taken)) {
      return Witness.journalHead(connection);
    } catch (SQLException failure) {
      throw StorageFailures.of(taken, failure);
    }
  }

  /** Has a store write to what was restored, and read that back. */
  private void serve(Path restored) {
    try (SqliteStorage storage = SqliteStorage.open(restored, patience, new SplittableRandom(1))) {
      storage.probe();
    }
  }
}
