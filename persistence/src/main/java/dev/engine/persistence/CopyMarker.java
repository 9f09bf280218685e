package dev.engine.persistence;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What stands in the folder of a continuous copy beside it: of which database it is, so that no
 * other one is copied over it, and whether its files are just being changed.
 *
 * @param database where that database is
 * @param changes odd while file and log of the copy are changed together, one more when that is
 *     done: who reads both meets no change if the number is even and stays the same
 */
record CopyMarker(URI database, long changes) {

  private static final String FIRST_LINE =
      "A continuous copy of an Engine database. `engine db restore` takes this folder.";

  private static final String DATABASE = "database ";
  private static final String CHANGES = "changes ";

  /** Of the copy of {@code file} that is about to be made. */
  static CopyMarker fresh(Path file) {
    return new CopyMarker(identity(file), 0);
  }

  /** Reads one; empty if {@code text} is none. */
  static Optional<CopyMarker> parse(String text) {
    List<String> lines = text.lines().toList();
    if (lines.size() != 3
        || !lines.get(1).startsWith(DATABASE)
        || !lines.get(2).matches(CHANGES + "[0-9]{1,18}")) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new CopyMarker(
              URI.create(lines.get(1).substring(DATABASE.length())),
              Long.parseLong(lines.get(2).substring(CHANGES.length()))));
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }

  /** As {@link #parse} reads it. */
  String text() {
    return "%s%n%s%s%n%s%d%n".formatted(FIRST_LINE, DATABASE, database, CHANGES, changes);
  }

  boolean isOf(Path file) {
    return database.equals(identity(file));
  }

  boolean isChanging() {
    return changes % 2 == 1;
  }

  /** While the files are changed, also if that was cut off before. */
  CopyMarker begun() {
    return new CopyMarker(database, changes + (isChanging() ? 2 : 1));
  }

  /** When it is done. */
  CopyMarker done() {
    return new CopyMarker(database, changes + 1);
  }

  private static URI identity(Path file) {
    return DatabaseFiles.real(file).toUri();
  }
}
