package dev.engine.persistence;

import dev.engine.domain.database.Backup;
import dev.engine.domain.database.BackupName;
import dev.engine.domain.database.BackupSeal;
import dev.engine.domain.database.Progress;
import dev.engine.domain.database.Verification;
import dev.engine.domain.error.EngineException.StorageRefused;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;

/** Copies of open databases, made by SQLite itself: a copied live file is not a backup. */
final class Copies {

  /** Steps of SQLite's machine between two looks at how far a copy has come; about 1 ms. */
  private static final int STEPS_PER_LOOK = 10_000;

  /**
   * How much of a copy is written before it waits for the disk. SQLite does so once, at its end,
   * and whoever commits in that moment waits for the whole copy: some 30 ms for 90 MB, with this 7.
   */
  private static final long BYTES_PER_SYNC = 2L << 20;

  private static final BackupName DAMAGED = new BackupName("damaged");

  private static final int ALL_PAGES = -1;

  /** What a look at a copy can say to SQLite. */
  private static final int GO_ON = 0;

  private static final int CUT_OFF = 1;

  private final BackupFolder folder;
  private final InstantSource clock;

  Copies(BackupFolder folder, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /**
   * A verified backup of the state that {@code witness} has seen, made while others go on reading
   * and writing.
   *
   * @param connection without an open transaction
   * @param progress in bytes: of the copy, then once more of its verification
   * @return empty if a long write ended between the witness and the copy; nothing was kept then
   * @throws StorageRefused if the copy is not sound, or not what the witness has seen
   */
  Optional<Backup> verified(
      Connection connection, Witness witness, BackupName name, Progress progress)
      throws SQLException {
    Instant takenAt = clock.instant();
    try (UnfinishedFile copy = folder.unfinished()) {
      CopyProgress halves = CopyProgress.of(connection, progress);
      if (!vacuumInto(connection, copy.path(), witness, halves)) {
        return Optional.empty();
      }
      Witness.Counted counted = witness.counted();
      witness.close(); // as long as it holds its state, the log grows
      BackupSeal seal = sealed(copy.path(), counted, halves);
      return Optional.of(folder.keep(copy, name, takenAt, seal));
    }
  }

  /** A backup page by page, of a file that may be damaged; nobody else may be connected to it. */
  Backup asItIs(Connection alone, BackupName name) throws SQLException {
    try (UnfinishedFile copy = folder.unfinished()) {
      pages(alone, copy.path());
      return folder.keep(copy, name, clock.instant(), null);
    }
  }

  /**
   * Puts {@code ready}, which nobody has open, in the place of a file that is lost or no database
   * any more. What stands there or beside it is kept among the backups: a log that the lost one
   * left would be played into the new one.
   *
   * @return the file that was there; null if it was lost
   * @throws StorageUnavailable if not all of {@code ready} is in its file
   */
  @Nullable Backup replaceWreck(Path file, Path ready) {
    DatabaseFiles.requireWhole(ready);
    boolean isThere = Files.exists(file);
    Path aside = folder.free(DAMAGED, clock.instant());
    DatabaseFiles.moveAside(file, aside);
    DiskSync.of(ready);
    DatabaseFiles.replace(ready, file);
    return isThere ? folder.existing(aside) : null;
  }

  /** Copies every page of an open database into {@code target}, an empty file. */
  static void pages(Connection connection, Path target) throws SQLException {
    int result =
        ((SQLiteConnection) connection)
            .getDatabase()
            .backup("main", target.toString(), null, 0, 0, ALL_PAGES);
    if (result != SQLiteErrorCode.SQLITE_OK.code) {
      SQLiteErrorCode code = SQLiteErrorCode.getErrorCode(result);
      throw new SQLException("%s: %s".formatted(target, code.message), null, code.code);
    }
  }

  /** Whether the copy is of the state that the witness has seen; else it was not finished. */
  private static boolean vacuumInto(
      Connection connection, Path copy, Witness witness, CopyProgress progress)
      throws SQLException {
    Look look = new Look(copy, witness, progress);
    ProgressHandler.setHandler(connection, STEPS_PER_LOOK, look);
    try (PreparedStatement statement = connection.prepareStatement("VACUUM INTO ?")) {
      statement.setString(1, copy.toString());
      statement.executeUpdate();
    } catch (SQLException failure) {
      if (look.failure != null) {
        throw look.failure;
      }
      if (look.isOfOtherState) {
        return false; // it was cut off for that
      }
      throw failure;
    } finally {
      ProgressHandler.clearHandler(connection);
    }
    look.look(); // one that is small has ended before anybody looked
    return !look.isOfOtherState;
  }

  private BackupSeal sealed(Path copy, Witness.Counted counted, CopyProgress progress)
      throws SQLException {
    Verification found = Inspection.of(copy, progress::verified);
    requireSound(found);
    if (!new Witness.Counted(found.rows(), journalHead(copy)).equals(counted)) {
      throw new StorageRefused(
          "the copy does not have the rows of the database, so no backup was kept");
    }
    return new BackupSeal(
        SealFiles.sha256(copy),
        counted.journalHead(),
        found.version(),
        counted.rows(),
        clock.instant(),
        new BackupSeal.State.Verified());
  }

  private static long journalHead(Path copy) throws SQLException {
    try (Connection connection = Connections.openToRead(copy)) {
      return Witness.journalHead(connection);
    }
  }

  private static void requireSound(Verification copy) {
    if (!copy.isSound()) {
      throw new StorageRefused(
          "the database is damaged, so no backup was kept: %s"
              .formatted(copy.problems().getFirst()));
    }
  }

  /**
   * Looks at a copy while SQLite makes it. At the first look it has begun: before, SQLite takes far
   * fewer steps than there are to a look.
   */
  private static final class Look extends ProgressHandler {

    private final Path copy;
    private final Witness witness;
    private final CopyProgress progress;
    private boolean hasBegun;
    private boolean isOfOtherState;
    private long bytesOnDisk;
    private @Nullable RuntimeException failure;

    private Look(Path copy, Witness witness, CopyProgress progress) {
      this.copy = copy;
      this.witness = witness;
      this.progress = progress;
    }

    @Override
    protected int progress() {
      try {
        look();
        return isOfOtherState ? CUT_OFF : GO_ON;
      } catch (RuntimeException thrown) { // SQLite's own code is between here and who can catch it
        failure = thrown;
        return CUT_OFF;
      }
    }

    private void look() {
      if (!hasBegun) {
        hasBegun = true;
        isOfOtherState = !witness.isStill();
        witness.letWrite();
      }
      long bytes = DatabaseFiles.bytes(copy);
      if (bytes - bytesOnDisk >= BYTES_PER_SYNC) {
        DiskSync.of(copy); // SQLite's locks on it go, and nobody else knows of it
        bytesOnDisk = bytes;
      }
      progress.copied(bytes);
    }
  }
}
