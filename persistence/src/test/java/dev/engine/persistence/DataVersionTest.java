package dev.engine.persistence;

import dev.engine.domain.Changes;
import dev.engine.domain.ChangesContract;
import dev.engine.domain.ping.PingExamples;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

final class DataVersionTest {

  @TempDir private Path folder;

  private SqliteStorage storage;
  private SqliteStorage other;

  @BeforeEach
  void open() {
    Path file = TestDatabases.file(folder);
    storage =
        SqliteStorage.serve(
            file,
            TestDatabases.BUSY_TIMEOUT,
            new SplittableRandom(7),
            Serving.standard(System::nanoTime));
    other = SqliteStorage.open(file, TestDatabases.BUSY_TIMEOUT, new SplittableRandom(8));
  }

  @AfterEach
  void close() {
    other.close();
    storage.close();
  }

  private static void send(SqliteStorage storage) {
    storage.pings().send(PingExamples.question("Deploy now?"), PingExamples.NOON);
  }

  @Nested
  final class OfTheSameStore implements ChangesContract {

    @Override
    public Changes changes() {
      return storage.changes();
    }

    @Override
    public void store() {
      send(storage);
    }
  }

  @Nested
  final class OfAnother implements ChangesContract {

    @Override
    public Changes changes() {
      return storage.changes();
    }

    @Override
    public void store() {
      send(other);
    }
  }
}
