package dev.engine.app.chaos;

import dev.engine.domain.database.Progress;
import dev.engine.domain.database.Verification;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.persistence.SideFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Looks at every page and row of database files, and remembers them by all the bytes of the file:
 * one that was seen before holds what it held then. Many deaths and damages leave the same file, as
 * if nothing but its last commits had been. Safe for several threads.
 */
final class Looks {

  /**
   * What is in a file.
   *
   * @param contents as {@link dev.engine.persistence.SqliteDatabase#contents} has it
   * @param problems one line each; empty if it is sound
   */
  record Look(Map<String, String> contents, List<String> problems) {

    private static final Look NOTHING = new Look(Map.of(), List.of());
  }

  /** Compared whole: a fingerprint would be shorter, and could be wrong. */
  private static final class Bytes {
    private final byte[] bytes;
    private final int hash;

    private Bytes(byte[] bytes) {
      this.bytes = bytes;
      this.hash = Arrays.hashCode(bytes);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Bytes that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }

  private final Map<Bytes, Look> known = new ConcurrentHashMap<>();

  /** Looks at {@code file}, which nobody has open; finds nothing where there is none. */
  Look at(Path file) {
    if (!Files.exists(file)) {
      return Look.NOTHING;
    }
    if (SideFile.LOG.isBeside(file) || SideFile.JOURNAL.isBeside(file)) {
      Scene.databaseIn(file).recover(); // what a writer has left half done, as any start would
    }
    return known.computeIfAbsent(bytes(file), unseen -> look(file));
  }

  private static Look look(Path file) {
    Map<String, String> contents = Scene.databaseIn(file).contents();
    return new Look(contents, contents.isEmpty() ? List.of() : problems(file));
  }

  private static List<String> problems(Path file) {
    Verification verification = Scene.databaseIn(file).keeper().verify(Progress.UNSEEN);
    return verification.problems().stream()
        .map(problem -> file.getFileName() + ": " + problem)
        .toList();
  }

  private static Bytes bytes(Path file) {
    try {
      if (SideFile.LOG.isBeside(file)) {
        throw new StorageUnavailable("somebody has %s open, or has left its log".formatted(file));
      }
      return new Bytes(Files.readAllBytes(file));
    } catch (IOException failure) {
      throw new StorageUnavailable("the scratch store cannot be read", failure);
    }
  }
}
