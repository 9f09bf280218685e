package dev.engine.persistence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Empty stores for a test, each in a WAL file of its own, closed and deleted after it. */
final class StoreOnDisk implements AfterEachCallback {

  private final List<SqliteStorage> opened = new ArrayList<>();
  private final List<Path> folders = new ArrayList<>();

  /** A new store that draws its ids from a fixed sequence, so that a failure repeats. */
  SqliteStorage empty() {
    return empty(new SplittableRandom(7));
  }

  /** A new store that draws its ids from {@code random}. */
  SqliteStorage empty(RandomGenerator random) {
    SqliteStorage storage = TestDatabases.storage(folder(), random);
    opened.add(storage);
    return storage;
  }

  /** As {@link #empty(RandomGenerator)}, one that serves many callers. */
  SqliteStorage serving(RandomGenerator random) {
    SqliteStorage storage =
        SqliteStorage.serve(
            TestDatabases.file(folder()),
            TestDatabases.BUSY_TIMEOUT,
            random,
            Serving.standard(System::nanoTime));
    opened.add(storage);
    return storage;
  }

  /** The store that was opened last. */
  SqliteStorage latest() {
    return opened.getLast();
  }

  @Override
  public void afterEach(ExtensionContext context) throws IOException {
    opened.forEach(SqliteStorage::close);
    for (Path folder : folders) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private Path folder() {
    try {
      Path folder = Files.createTempDirectory("engine-store");
      folders.add(folder);
      return folder;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
