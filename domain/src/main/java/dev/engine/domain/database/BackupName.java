package dev.engine.domain.database;

import dev.engine.domain.error.EngineException.InvalidInput;

/** What a backup is for, in its file name: {@code before_029}, {@code manual}. */
public record BackupName(String value) {

  /** For a backup that a running engine takes by itself, and takes away again. */
  public static final BackupName SCHEDULED = new BackupName("scheduled");

  /** For a backup that nobody gave a name. */
  public static final BackupName MANUAL = new BackupName("manual");

  /**
   * @throws InvalidInput unless {@code value} is 1 to 40 lower-case letters, digits, _ or -
   */
  public BackupName {
    if (!value.matches("[a-z0-9_-]{1,40}")) {
      throw new InvalidInput("backup name", "1 to 40 lower-case letters, digits, _ or -", value);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
