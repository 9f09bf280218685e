package dev.engine.persistence;

import dev.engine.domain.session.SessionViews;
import dev.engine.domain.session.Sessions;
import dev.engine.domain.session.SessionsContract;
import java.nio.file.Path;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

final class SqliteSessionsTest implements SessionsContract {

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
  public Sessions sessions(RandomGenerator random) {
    storage.close();
    storage = TestDatabases.storage(folder, random);
    return storage.sessions();
  }

  @Override
  public SessionViews views() {
    return storage.sessionViews();
  }
}
