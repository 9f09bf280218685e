package dev.engine.benchmarks;

import dev.engine.persistence.Serving;
import dev.engine.persistence.SqliteDatabase;
import dev.engine.persistence.SqliteStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.SplittableRandom;
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

  /** Opens it as a running engine does. */
  SqliteStorage serve() {
    return SqliteStorage.serve(
        file(), PATIENCE, new SplittableRandom(), Serving.standard(System::nanoTime));
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
