package dev.engine.persistence;

import dev.engine.domain.database.TableRows;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One state of a database, to be compared with a copy that is made of it while others write.
 *
 * <p>The copy is made by a connection of its own, and SQLite gives no two of them the same state
 * while somebody writes. So writers wait from the moment at which this one is taken until the copy
 * has begun, some milliseconds; from then on both see the same state, whatever is written. Where
 * somebody is in a long write already nobody is made to wait, and it is seen whether that came to
 * its end in this moment.
 */
final class Witness implements AutoCloseable {

  private static final String JOURNAL = "events";

  /** Others wait behind whoever waits for a turn, and a long write is longer than this. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

  private final Path file;
  private final Connection reader;
  private final Connection watcher;
  private final Optional<WritePause> pause;
  private final int version;

  private Witness(
      Path file, Connection reader, Connection watcher, Optional<WritePause> pause, int version) {
    this.file = file;
    this.reader = reader;
    this.watcher = watcher;
    this.pause = pause;
    this.version = version;
  }

  /** Takes the state that the database has now, and lets nobody write until the copy has begun. */
  static Witness of(Path file, Duration patience) throws SQLException {
    Duration wait = patience.compareTo(LONGEST_WAIT) < 0 ? patience : LONGEST_WAIT;
    Optional<WritePause> pause = WritePause.begin(file, wait);
    boolean isReady = false;
    try {
      Witness witness = reading(file, patience, pause);
      isReady = true;
      return witness;
    } finally {
      if (!isReady) {
        pause.ifPresent(WritePause::end);
      }
    }
  }

  /** As {@link #of}, for a caller who keeps everybody from writing. */
  static Witness whileNobodyWrites(Path file, Duration patience) throws SQLException {
    return reading(file, patience, Optional.empty());
  }

  private static Witness reading(Path file, Duration patience, Optional<WritePause> pause)
      throws SQLException {
    Connection watcher = Connections.openAnyAge(file, patience);
    Connection reader = null;
    boolean isReady = false;
    try {
      int version = Connections.header(watcher, "data_version");
      reader = Connections.openAnyAge(file, patience);
      Sql.update(reader, "BEGIN");
      StoredTables.names(reader); // the first read takes the state
      isReady = true;
      return new Witness(file, reader, watcher, pause, version);
    } finally {
      if (!isReady) {
        watcher.close();
        if (reader != null) {
          reader.close();
        }
      }
    }
  }

  /** Whether the database is still in the state that was taken. */
  boolean isStill() {
    try {
      return Connections.header(watcher, "data_version") == version;
    } catch (SQLException failure) {
      throw StorageFailures.of(file, failure);
    }
  }

  /**
   * Lets others write again; doing it twice is harmless. To be called by the thread that made this
   * one, as soon as a copy has begun.
   */
  void letWrite() {
    pause.ifPresent(WritePause::end);
  }

  /** What it has seen. */
  Counted counted() throws SQLException {
    return new Counted(StoredTables.rows(reader), journalHead(reader));
  }

  /**
   * What there was.
   *
   * @param rows of every table, by name
   * @param journalHead the position of the last event; 0 if there was none
   */
  record Counted(List<TableRows> rows, long journalHead) {}

  static long journalHead(Connection connection) throws SQLException {
    return StoredTables.exists(connection, JOURNAL)
        ? StoredTables.number(connection, "SELECT coalesce(max(id), 0) FROM events")
        : 0;
  }

  /** Gives the state back; doing it twice is harmless. */
  @Override
  public void close() {
    letWrite();
    try {
      reader.close(); // and with it the state
      watcher.close();
    } catch (SQLException failure) {
      throw StorageFailures.of(file, failure);
    }
  }
}
