package dev.engine.persistence;

import dev.engine.domain.Storage;
import dev.engine.domain.journal.Actor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Empty stores for a test, each in a WAL file of its own, closed and deleted after it. No step of
 * theirs may change a row behind the journal's back, see {@link JournalGuard}, and none may carry
 * out a statement that would become slow as tables grow, see {@link QueryPlans}.
 */
final class StoreOnDisk implements AfterEachCallback {

  private final List<SqliteStorage> opened = new ArrayList<>();
  private final List<Storage> guarded = new ArrayList<>();
  private final List<RecordingConnection> connections = new ArrayList<>();
  private final List<Path> folders = new ArrayList<>();

  /** A new store that draws its ids from a fixed sequence, so that a failure repeats. */
  Storage empty() {
    return empty(new SplittableRandom(7));
  }

  /** A new store that draws its ids from {@code random}. */
  Storage empty(RandomGenerator random) {
    return guarded(file -> recorded(file, random));
  }

  /** As {@link #empty(RandomGenerator)}, one that serves many callers. */
  Storage serving(RandomGenerator random) {
    Serving serving = Serving.standard(System::nanoTime);
    return guarded(file -> SqliteStorage.serve(file, TestDatabases.BUSY_TIMEOUT, random, serving));
  }

  /** The store that was opened last. */
  Storage latest() {
    return guarded.getLast();
  }

  @Override
  public void afterEach(ExtensionContext context) throws IOException, SQLException {
    try {
      for (RecordingConnection connection : connections) {
        QueryPlans.requireShort(connection, connection.statements());
      }
    } finally {
      close();
    }
  }

  private void close() throws IOException {
    opened.forEach(SqliteStorage::close);
    for (Path folder : folders) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private SqliteStorage recorded(Path file, RandomGenerator random) {
    RecordingConnection connection = RecordingConnection.to(file);
    connections.add(connection);
    return new SqliteStorage(
        OpenDatabase.over(connection, file, TestDatabases.BUSY_TIMEOUT), random, Actor.ENGINE);
  }

  private Storage guarded(Function<Path, SqliteStorage> opening) {
    Path file = TestDatabases.file(folder());
    JournalGuard.install(file);
    SqliteStorage storage = opening.apply(file);
    opened.add(storage);
    guarded.add(JournalGuard.over(storage, file));
    return latest();
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
