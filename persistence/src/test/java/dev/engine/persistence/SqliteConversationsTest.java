package dev.engine.persistence;

import dev.engine.domain.Storage;
import dev.engine.domain.conversation.ConversationsContract;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

final class SqliteConversationsTest implements ConversationsContract {

  @TempDir private Path folder;

  private SqliteStorage storage;

  @BeforeEach
  void open() {
    storage = TestDatabases.storage(folder, new SplittableRandom(7));
  }

  @AfterEach
  void close() {
    storage.close();
  }

  @Override
  public Storage storage() {
    return storage;
  }
}
