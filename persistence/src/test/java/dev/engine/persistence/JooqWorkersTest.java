package dev.engine.persistence;

import dev.engine.domain.Storage;
import dev.engine.domain.worker.WorkersContract;
import java.nio.file.Path;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

final class JooqWorkersTest implements WorkersContract {

  @TempDir private Path folder;

  private SqliteStorage storage;

  @BeforeEach
  void open() {
    storage = TestDatabases.storage(folder, RandomGenerator.getDefault());
  }

  @AfterEach
  void close() {
    storage.close();
  }

  @Override
  public Storage storage(RandomGenerator random) {
    storage.close();
    storage = TestDatabases.storage(folder, random);
    return storage;
  }
}
