package dev.engine.persistence.violating;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Breaks: nobody opens a database file. */
public final class CopiesTheDatabase {
  void backup(Path database, Path backup) throws IOException {
    Files.copy(database, backup);
  }
}
