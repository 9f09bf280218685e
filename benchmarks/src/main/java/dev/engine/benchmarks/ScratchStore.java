package dev.engine.benchmarks;

import dev.engine.persistence.SqliteDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.stream.Stream;

/** A new, empty database in a folder that is deleted with it. */
record ScratchStore(Path folder) implements AutoCloseable {

  static final Duration PATIENCE = Duration.ofSeconds(5);

  static ScratchStore create() throws IOException {
    ScratchStore store = new ScratchStore(Files.createTempDirectory("engine-benchmark"));
    new SqliteDatabase(store.file(), PATIENCE, InstantSource.system()).keeper().migrate();
    return store;
  }

  Path file() {
    return folder.resolve("system.db");
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
