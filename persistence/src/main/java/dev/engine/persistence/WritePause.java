package dev.engine.persistence;

import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.sqlite.SQLiteErrorCode;

/** A moment in which nobody writes to a database. For one thread. */
final class WritePause {

  private final Path file;
  private final WriteTurns turns;
  private final Connection holder;
  private boolean isLocking = true;
  private boolean isOver;

  private WritePause(Path file, WriteTurns turns, Connection holder) {
    this.file = file;
    this.turns = turns;
    this.holder = holder;
  }

  /**
   * Waits for its turn as every writer does, and then writes nothing.
   *
   * @return the pause; empty if those who write did not come to an end in time
   */
  static Optional<WritePause> begin(Path file, Duration patience) throws SQLException {
    WriteTurns turns = SharedTurns.of(file, patience);
    boolean isPaused = false;
    try {
      Optional<WritePause> pause = begin(file, patience, turns);
      isPaused = pause.isPresent();
      return pause;
    } catch (StorageUnavailable late) {
      return Optional.empty();
    } finally {
      if (!isPaused) {
        turns.close();
      }
    }
  }

  private static Optional<WritePause> begin(Path file, Duration patience, WriteTurns turns)
      throws SQLException {
    Connection holder = Connections.openAnyAge(file, patience);
    boolean isTaken = false;
    boolean isHeld = false;
    try {
      turns.take();
      isTaken = true;
      isHeld = isLocked(holder);
      return isHeld ? Optional.of(new WritePause(file, turns, holder)) : Optional.empty();
    } finally {
      if (!isHeld) {
        if (isTaken) {
          turns.give();
        }
        holder.close();
      }
    }
  }

  /**
   * Gives SQLite's own lock back, which a checkpoint wants for itself, and keeps the turn: others
   * of Engine still wait.
   */
  void unlock() throws SQLException {
    isLocking = false;
    Sql.update(holder, "ROLLBACK");
  }

  /** Others may write again; doing it twice is harmless. */
  void end() {
    if (isOver) {
      return;
    }
    isOver = true;
    try (Connection held = holder) {
      if (isLocking) {
        Sql.update(held, "ROLLBACK");
      }
    } catch (SQLException failure) {
      throw StorageFailures.of(file, failure);
    } finally {
      turns.give();
      turns.close();
    }
  }

  private static boolean isLocked(Connection holder) throws SQLException {
    try {
      Sql.update(holder, "BEGIN IMMEDIATE");
      return true;
    } catch (SQLException failure) {
      if (StorageFailures.primaryCode(failure) == SQLiteErrorCode.SQLITE_BUSY) {
        return false;
      }
      throw failure;
    }
  }
}
