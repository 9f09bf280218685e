package dev.engine.persistence;

import dev.engine.domain.Changes;
import dev.engine.domain.error.EngineException.StorageRefused;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.persistence.SqliteDatabase.Checkpoint;
import dev.engine.persistence.SqliteDatabase.LogLength;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The continuous copy of an open store into another folder: the file as it was once, and each
 * commit since, byte for byte as it stands in the write-ahead log (ADR 0022).
 *
 * <p>While it goes on, a {@link LogPin} keeps the log from beginning anew behind its back, and this
 * is what empties the log. Whatever fails leaves the copy as good as it was, and the store alone;
 * the next step goes on, with a new copy of the file if the thread is lost.
 *
 * <p>Safe for several threads, which take turns; {@link #relieve} waits for none.
 */
public final class SqliteCopy implements AutoCloseable {

  /** From here on the log is emptied even if it is written to all the time. */
  private static final long LONG_LOG_BYTES = 16L << 20;

  /** Where it could not be emptied, it is tried again after so much more. */
  private static final long NEXT_TRY_BYTES = LONG_LOG_BYTES / 4;

  /** As long as the log may get for the copy's sake: three quarters of what it may get at all. */
  private static final long LONGEST_LOG_BYTES = 48L << 20;

  /** How long it waits for its turn behind those who write; then it tries again later. */
  private static final Duration PAUSE_PATIENCE = Duration.ofSeconds(1);

  /** To begin, which is tried again only seconds later. */
  private static final Duration FIRST_PATIENCE = Duration.ofSeconds(5);

  /** Writers wait for this one as well; a log that is not emptied now is emptied the next time. */
  private static final Duration TRUNCATE_PATIENCE = Duration.ofMillis(50);

  private static final Duration FAREWELL = Duration.ofSeconds(2);

  private static final long NEVER = -1;

  private final Path file;
  private final LogWatch watch;
  private final Changes changes;
  private final CopyFolder folder;
  private final LogPin pin;
  private final Connection keeper;
  private final ShippedLog shipped;
  private final ReentrantLock turn = new ReentrantLock();
  private long versionBefore = NEVER;

  /** How far the copied log gets before it is emptied. */
  private long emptiedBeyond = LONG_LOG_BYTES;

  private SqliteCopy(
      Path file,
      LogWatch watch,
      Changes changes,
      CopyFolder folder,
      LogPin pin,
      Connection keeper) {
    this.file = file;
    this.watch = watch;
    this.changes = changes;
    this.folder = folder;
    this.pin = pin;
    this.keeper = keeper;
    this.shipped = new ShippedLog(file, watch, folder, pin);
  }

  /** Of {@code file}, which a store has open, into {@code folder}; nothing is copied yet. */
  static SqliteCopy of(Path file, Duration patience, LogWatch watch, Changes changes, Path folder) {
    LogPin pin = LogPin.of(file, patience);
    try {
      return new SqliteCopy(
          file,
          watch,
          changes,
          new CopyFolder(folder, file),
          pin,
          Connections.open(file, TRUNCATE_PATIENCE));
    } catch (RuntimeException failure) {
      pin.close();
      throw failure;
    }
  }

  /** The folder of the copy. */
  public Path folder() {
    return folder.path();
  }

  /** How many bytes were copied since this was opened. */
  public long shippedBytes() {
    return shipped.bytes();
  }

  /** Whether the log is kept for the copy. */
  public boolean isHolding() {
    return pin.isHeld();
  }

  /**
   * Copies all that was committed before it was called. If nothing was, that costs a look.
   *
   * @throws StorageUnavailable if it cannot be copied now; the copy is what it was before
   * @throws StorageRefused if the folder is not for this copy, or the log is not the store's
   */
  public void ship() {
    turn.lock();
    try {
      watch.look();
      if (!pin.isHeld()) {
        begin();
      }
      follow();
      if (shipped.place().offset() > emptiedBeyond) {
        empty();
      }
    } catch (SQLException failure) {
      throw StorageFailures.of(file, failure);
    } finally {
      turn.unlock();
    }
  }

  /**
   * Empties the write-ahead log, after what is in it was copied; not while another thread copies.
   *
   * @throws StorageUnavailable as {@link #ship} does
   * @throws StorageRefused likewise
   */
  public Checkpoint emptyLog() {
    if (!turn.tryLock()) {
      return Checkpoint.IN_USE;
    }
    try {
      ship();
      return empty();
    } catch (SQLException failure) {
      throw StorageFailures.of(file, failure);
    } finally {
      turn.unlock();
    }
  }

  /** Lets go of the log if it has become too long for the copy's sake; waits for nobody. */
  public void relieve() {
    if (pin.isHeld() && isLogTooLong()) {
      pin.release();
    }
  }

  /** Copies what is left, if that goes, and lets go of the log. */
  @Override
  public void close() {
    boolean isMine = false;
    try {
      isMine = turn.tryLock(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
      if (isMine && pin.isHeld()) {
        ship();
      }
    } catch (StorageUnavailable | StorageRefused lastWord) {
      // The copy is as good as it was, and the next start makes a new one.
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    } finally {
      pin.close();
      if (isMine) {
        turn.unlock();
        closeKeeper();
      }
    }
  }

  private void closeKeeper() {
    try {
      keeper.close();
    } catch (SQLException failure) {
      throw StorageFailures.of(file, failure);
    }
  }

  /** Makes a new copy of the file. One that is there stays until the new one is whole. */
  private void begin() throws SQLException {
    folder.claim();
    requireNotAhead();
    folder.requireRoom(DatabaseFiles.bytes(file));
    checkpoint("PASSIVE");
    pinFile();
    boolean isDone = false;
    try (UnfinishedFile whole = folder.unfinished()) {
      new PlainReads(file).copyTo(whole.path(), () -> !isLogTooLong());
      watch.look();
      long bytes = DatabaseFiles.bytes(whole.path());
      folder.install(whole);
      shipped.beginWith(bytes);
      versionBefore = NEVER;
      emptiedBeyond = LONG_LOG_BYTES;
      isDone = true;
    } finally {
      if (!isDone) {
        pin.release();
      }
    }
  }

  /** Nobody changes the file from then on, and what is written is to be found in the log. */
  private void pinFile() throws SQLException {
    WritePause pause =
        WritePause.begin(file, FIRST_PATIENCE)
            .orElseThrow(
                () ->
                    new StorageUnavailable(
                        "others write for too long at a time: no moment for the copy to begin"));
    try {
      checkpoint("PASSIVE");
      LogLength log = SqliteDatabase.logLength(keeper);
      if (log.frames() != log.movedFrames()) {
        throw new StorageUnavailable(
            "somebody reads an old state of %s: its copy begins when that ends".formatted(file));
      }
      pin.hold();
      pause.unlock();
      checkpoint("TRUNCATE");
    } finally {
      pause.end();
    }
  }

  /** What was lost and is made anew must not be copied over what is left of it. */
  private void requireNotAhead() throws SQLException {
    if (!folder.hasCopy()) {
      return;
    }
    long copied;
    try (Connection copy = Connections.openLone(folder.file())) {
      Connections.requireOurs(folder.file(), copy);
      copied = Witness.journalHead(copy);
    } catch (SQLException damaged) {
      throw StorageFailures.of(folder.file(), damaged);
    }
    long here = SqliteJournal.head(keeper);
    if (copied > here) {
      throw new StorageRefused(
          "the copy in %s goes on to event %d, the database only to %d: `engine db restore %s` goes"
                  .formatted(folder.path(), copied, here, folder.path())
              + " to the copy; if the database is right, move the copy away");
    }
  }

  private void follow() {
    long version = changes.version();
    if (version != versionBefore) {
      shipped.follow();
      versionBefore = version;
    }
    if (shipped.place().offset() < LONG_LOG_BYTES) {
      emptiedBeyond = LONG_LOG_BYTES;
    }
  }

  /**
   * Writers wait only for what was written since a moment ago. The pin may move on before, for all
   * up to the state that it holds is copied: if the new one has the file alone, then nothing was
   * written since.
   */
  private Checkpoint empty() throws SQLException {
    if (DatabaseFiles.walBytes(file) == 0) {
      return Checkpoint.EMPTIED;
    }
    if (!pin.moveOn()) {
      return Checkpoint.IN_USE;
    }
    checkpoint("PASSIVE");
    follow();
    emptiedBeyond = Math.max(LONG_LOG_BYTES, shipped.place().offset() + NEXT_TRY_BYTES);
    Optional<WritePause> pause = WritePause.begin(file, PAUSE_PATIENCE);
    return pause.isPresent() ? empty(pause.get()) : Checkpoint.IN_USE;
  }

  private Checkpoint empty(WritePause pause) throws SQLException {
    Optional<ShippedLog.Rest> rest;
    boolean isEmpty;
    try {
      rest =
          changes.version() == versionBefore
              ? Optional.of(ShippedLog.NOTHING)
              : shipped.rest(SqliteDatabase.logLength(keeper).frames());
      if (rest.isEmpty() || !pin.isHeld()) {
        return Checkpoint.IN_USE;
      }
      pin.release();
      checkpoint("PASSIVE");
      pin.hold();
      pause.unlock();
      isEmpty = checkpoint("TRUNCATE");
    } finally {
      pause.end();
    }
    return emptied(rest.get(), isEmpty);
  }

  /** What was read while writers waited is written while they do not. */
  private Checkpoint emptied(ShippedLog.Rest rest, boolean isEmpty) {
    boolean isCopied = false;
    try {
      shipped.append(rest);
      if (isEmpty) {
        shipped.beginAnew();
        emptiedBeyond = LONG_LOG_BYTES;
      }
      isCopied = true;
      return isEmpty ? Checkpoint.EMPTIED : Checkpoint.IN_USE;
    } finally {
      if (!isCopied) {
        pin.release(); // it may be gone from the log by now
      }
    }
  }

  /** Whether nobody was in the way. */
  private boolean checkpoint(String mode) throws SQLException {
    return Sql.first(
            keeper, row -> row.getInt("busy") == 0, "PRAGMA wal_checkpoint(%s)".formatted(mode))
        .orElse(false);
  }

  /** By its frames: SQLite leaves the file as long as it was when the log begins anew. */
  private boolean isLogTooLong() {
    if (DatabaseFiles.walBytes(file) <= LONGEST_LOG_BYTES) {
      return false;
    }
    try (Connection connection = Connections.openReader(file, PAUSE_PATIENCE)) {
      long frames = SqliteDatabase.logLength(connection).frames();
      return frames * Connections.header(connection, "page_size") > LONGEST_LOG_BYTES;
    } catch (SQLException failure) {
      throw StorageFailures.of(file, failure);
    }
  }
}
