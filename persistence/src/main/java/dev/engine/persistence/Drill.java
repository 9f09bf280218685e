package dev.engine.persistence;

import dev.engine.domain.database.Backup;
import dev.engine.domain.database.BackupSeal;
import dev.engine.domain.database.Drilling;
import dev.engine.domain.database.Progress;
import dev.engine.domain.database.Restoring;
import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.error.EngineException.StorageRefused;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * A restore on trial: the backup is restored as it would be in earnest, into a folder that nobody
 * knows of. Then both are asked the same, an engine's store is opened over what was restored, and
 * the folder is taken away.
 */
final class Drill {

  private final BackupFolder folder;
  private final Duration patience;
  private final InstantSource clock;

  Drill(BackupFolder folder, Duration patience, InstantSource clock) {
    this.folder = folder;
    this.patience = patience;
    this.clock = clock;
  }

  /**
   * @param progress in tables
   * @throws StorageRefused for a reason that is none of the backup's, such as a newer schema
   */
  Drilling run(Backup backup, Progress progress) {
    Path scratch = folder.scratch();
    try {
      return run(backup, scratch.resolve("system.db"), progress);
    } catch (StorageRefused refused) {
      if (!isOfItsContent(refused)) {
        throw refused; // this Engine is too old for it, or may not write there
      }
      return new Drilling.Failed(backup, List.of(String.valueOf(refused.getMessage())));
    } finally {
      DatabaseFiles.discardFolder(scratch);
    }
  }

  private Drilling run(Backup backup, Path target, Progress progress) {
    Restore trial = new Restore(target, patience, folder, new Copies(folder, clock));
    return switch (trial.run(backup.file())) {
      case Restoring.Restored restored -> compared(backup, target, restored.version(), progress);
      case Restoring.Unsound unsound ->
          new Drilling.Failed(backup, unsound.verification().problems());
      case Restoring.InUse busy ->
          throw new IllegalStateException("somebody uses a folder that nobody knows of: " + busy);
    };
  }

  /** Whether it says anything against the backup, which is then known to have failed. */
  private static boolean isOfItsContent(StorageRefused refused) {
    return Stream.iterate(refused.getCause(), Objects::nonNull, Throwable::getCause)
        .anyMatch(
            cause ->
                switch (cause) {
                  case SQLException failure -> StorageFailures.isDamage(failure);
                  case InvalidInput row -> true;
                  default -> false;
                });
  }

  private Drilling compared(Backup backup, Path restored, int version, Progress progress) {
    Answers expected;
    Answers given;
    try (Connection original = Connections.openToRead(backup.file());
        Connection copy = Connections.openAnyAge(restored, patience)) {
      expected = Answers.of(original, Progress.UNSEEN);
      given = Answers.of(copy, progress);
    } catch (SQLException failure) {
      throw StorageFailures.of(restored, failure);
    }
    List<String> differences = new ArrayList<>(expected.differences(given));
    BackupSeal seal = backup.seal();
    if (seal != null) {
      differences.addAll(given.differences(seal));
    }
    if (version == SchemaVersion.CURRENT) {
      serve(restored);
    }
    return differences.isEmpty()
        ? new Drilling.Proven(backup, given.count(), given.rows())
        : new Drilling.Failed(backup, differences);
  }

  /** Has a store write to what was restored, and read that back. */
  private void serve(Path restored) {
    try (SqliteStorage storage = SqliteStorage.open(restored, patience, new SplittableRandom(1))) {
      storage.probe();
    }
  }
}
