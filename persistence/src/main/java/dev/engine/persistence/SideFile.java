package dev.engine.persistence;

import java.nio.file.Files;
import java.nio.file.Path;

/** What SQLite keeps beside a database file, and belongs to it. */
public enum SideFile {
  /** The write-ahead log: commits that are not in the file yet. */
  LOG("-wal"),

  /** The index of the log, which all who have the file open share. */
  INDEX("-shm"),

  /** What undoes the work of a writer that is at it without a log. */
  JOURNAL("-journal");

  private final String ending;

  SideFile(String ending) {
    this.ending = ending;
  }

  /** Where that of {@code database} is, whether it is there or not. */
  public Path of(Path database) {
    return database.resolveSibling(database.getFileName() + ending);
  }

  /** Whether {@code database} has it. */
  public boolean isBeside(Path database) {
    return Files.exists(of(database));
  }

  /** How its name ends, behind that of the database. */
  public String ending() {
    return ending;
  }
}
