package dev.engine.persistence;

import dev.engine.domain.database.Backups;
import dev.engine.domain.database.DatabaseKeeper;
import dev.engine.domain.error.EngineException;
import dev.engine.domain.error.EngineException.StorageRefused;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The file that the engine's store is in, for whoever takes care of it. Its backups lie in the
 * folder {@code backups} beside it.
 *
 * <p>Keeps nothing open between two calls; safe for use by several threads. Flyway is loaded only
 * when something is migrated.
 */
public final class SqliteDatabase {

  /** Where SQLite's readers lock its index: {@code WAL_READ_LOCK(0)} to {@code (4)}. */
  private static final int FIRST_READER = 123;

  private static final int LAST_READER = 127;

  private final Path file;
  private final Duration patience;
  private final InstantSource clock;

  /**
   * @param file need not exist
   * @param patience how long a step waits for others to give the file free
   * @param clock gives backups their time
   */
  public SqliteDatabase(Path file, Duration patience, InstantSource clock) {
    this.file = file.toAbsolutePath();
    this.patience = patience;
    this.clock = clock;
  }

  public DatabaseKeeper keeper() {
    return keeper(MigrationScripts.packed());
  }

  /** As if the program had been packed with {@code scripts}. */
  DatabaseKeeper keeper(MigrationScripts scripts) {
    return new SqliteDatabaseKeeper(file, patience, scripts, copies());
  }

  public Backups backups() {
    return new SqliteBackups(file, patience, folder(), clock);
  }

  /**
   * A quick look at every page of the file, while others go on reading and writing.
   *
   * @return one line for each problem, at most 100; empty for a sound file
   * @throws StorageUnavailable if there is no such file or it cannot be read now
   * @throws StorageRefused if it is not Engine's, or of another version
   */
  public List<String> quickCheck() {
    try (Connection connection = Connections.openReader(file, patience)) {
      return Inspection.quick(connection);
    } catch (SQLException failure) {
      throw StorageFailures.of(file, failure);
    }
  }

  /**
   * The position of the newest event, as somebody reads it who opens the file now; 0 if there is
   * none.
   *
   * @throws StorageUnavailable if there is no such file or it cannot be read now
   * @throws StorageRefused if it is not Engine's, or of another version
   */
  public long journalHead() {
    try (Connection connection = Connections.openReader(file, patience)) {
      return SqliteJournal.head(connection);
    } catch (SQLException failure) {
      throw StorageFailures.of(file, failure);
    }
  }

  /** Whether the file can be read, and its schema is one that this program does not know yet. */
  public boolean isOfNewerEngine() {
    try (Connection connection = Connections.openToRead(file)) {
      return Connections.header(connection, "application_id") == SchemaVersion.APPLICATION_ID
          && Connections.header(connection, "user_version") > SchemaVersion.CURRENT;
    } catch (SQLException | EngineException unreadable) {
      return false;
    }
  }

  /** What became of emptying the write-ahead log. */
  public enum Checkpoint {
    /** All of it is in the file now, and the log is empty. */
    EMPTIED,
    /** Somebody was reading or writing; at most a part was done. */
    IN_USE
  }

  /**
   * Moves the write-ahead log into the file and empties it, unless somebody reads or writes for
   * longer than {@code patience}. Nobody can write meanwhile.
   *
   * @throws StorageUnavailable if there is no such file or the disk fails
   */
  public Checkpoint checkpoint(Duration patience) {
    try (Connection connection = Connections.open(file, patience)) {
      boolean isBusy =
          Sql.first(connection, row -> row.getInt(1) != 0, "PRAGMA wal_checkpoint(TRUNCATE)")
              .orElse(true);
      return isBusy ? Checkpoint.IN_USE : Checkpoint.EMPTIED;
    } catch (SQLException failure) {
      throw StorageFailures.of(file, failure);
    }
  }

  /**
   * How long the write-ahead log is.
   *
   * @param frames pages in it, each change of a page anew
   * @param movedFrames of these, how many are in the file already
   */
  public record LogLength(long frames, long movedFrames) {}

  /**
   * The length of the write-ahead log now; nothing is moved for that.
   *
   * @throws StorageUnavailable if there is no such file or it cannot be read now
   */
  public LogLength logLength() {
    try (Connection connection = Connections.openReader(file, patience)) {
      return logLength(connection);
    } catch (SQLException failure) {
      throw StorageFailures.of(file, failure);
    }
  }

  static LogLength logLength(Connection connection) throws SQLException {
    return Sql.first(
            connection,
            row -> new LogLength(row.getLong("log"), row.getLong("checkpointed")),
            "PRAGMA wal_checkpoint(NOOP)")
        .orElseThrow();
  }

  /**
   * What the file stores, to compare it with what it should: a fingerprint (hex digits) of each
   * table, by its name, and of the {@code schema}. Nothing for a file that is missing or empty.
   * What a writer that died has left half done is undone first, as by any start.
   *
   * @throws StorageUnavailable if it cannot be read now
   * @throws StorageRefused if it is damaged
   */
  public Map<String, String> contents() {
    if (!Files.exists(file)) {
      return Map.of();
    }
    try (Connection connection = Connections.openAsItIs(file, patience)) {
      return StoredContents.of(connection);
    } catch (SQLException failure) {
      throw StorageFailures.of(file, failure);
    }
  }

  /**
   * Undoes or completes what a writer that died has left half done, as any start does. If nobody
   * else has the file open, neither a log nor a journal lies beside it afterwards.
   *
   * @throws StorageUnavailable if there is no such file or it cannot be read now
   * @throws StorageRefused if it is damaged
   */
  public void recover() {
    try (Connection connection = Connections.openAsItIs(file, patience)) {
      StoredTables.names(connection);
    } catch (SQLException failure) {
      throw StorageFailures.of(file, failure);
    }
  }

  /**
   * Makes the file as an older Engine, of version 9, has left it: with rows that the migrations
   * since then move.
   *
   * @param count of its sessions, each with a priority and a notice
   */
  public void makeOld(int count) {
    OldDatabase.make(file, patience, copies(), count);
  }

  /**
   * The processes that read at this moment, by id: each holds a lock on the log's index that says
   * which state it reads. None where it cannot be seen.
   */
  public List<Long> readers() {
    Path index = SideFile.INDEX.of(file);
    return IntStream.rangeClosed(FIRST_READER, LAST_READER)
        .boxed()
        .flatMap(position -> LockHolders.ofByte(index, position).stream())
        .distinct()
        .sorted()
        .toList();
  }

  private Copies copies() {
    return new Copies(folder(), clock);
  }

  private BackupFolder folder() {
    return new BackupFolder(file.resolveSibling("backups"));
  }
}
