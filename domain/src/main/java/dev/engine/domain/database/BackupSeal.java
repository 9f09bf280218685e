package dev.engine.domain.database;

import dev.engine.domain.error.EngineException.InvalidInput;
import java.time.Instant;
import java.util.List;

/**
 * What is known of a backup's content, kept beside it: after a restore the rows of the store are
 * old, and this is not.
 *
 * @param sha256 of all its bytes, 64 lower-case hex digits
 * @param journalHead the position of the last event in it; 0 if there was none
 * @param version the number of its schema
 * @param rows of every table by name, as counted in the database itself at the moment of the copy
 * @param verifiedAt when it was last found to be sound and to have these bytes
 */
public record BackupSeal(
    String sha256,
    long journalHead,
    int version,
    List<TableRows> rows,
    Instant verifiedAt,
    State state) {

  /** What became of it since. */
  public sealed interface State {

    BackupOutcome outcome();

    /** It was verified. */
    record Verified() implements State {
      @Override
      public BackupOutcome outcome() {
        return BackupOutcome.TAKEN;
      }
    }

    /** It was restored on trial, and gave the same answers. */
    record Proven(Instant at) implements State {
      @Override
      public BackupOutcome outcome() {
        return BackupOutcome.PROVEN;
      }
    }

    /**
     * It was found not to be what it was.
     *
     * @param reason one line
     */
    record Failed(Instant at, String reason) implements State {
      @Override
      public BackupOutcome outcome() {
        return BackupOutcome.FAILED;
      }
    }
  }

  /**
   * @throws InvalidInput unless {@code sha256} is 64 lower-case hex digits
   */
  public BackupSeal {
    if (!sha256.matches("[0-9a-f]{64}")) {
      throw new InvalidInput("SHA-256 of a backup", "64 lower-case hex digits", sha256);
    }
    rows = List.copyOf(rows);
  }

  /** Found to be as it was; proven or not as before. One that had failed is only verified. */
  public BackupSeal verified(Instant at) {
    State next = state instanceof State.Failed ? new State.Verified() : state;
    return new BackupSeal(sha256, journalHead, version, rows, at, next);
  }

  /** Restored on trial with success. */
  public BackupSeal proven(Instant at) {
    return new BackupSeal(sha256, journalHead, version, rows, at, new State.Proven(at));
  }

  /** Found not to be what it was. */
  public BackupSeal failed(Instant at, String reason) {
    State next = new State.Failed(at, reason);
    return new BackupSeal(sha256, journalHead, version, rows, verifiedAt, next);
  }
}
