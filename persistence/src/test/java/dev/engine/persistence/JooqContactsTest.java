package dev.engine.persistence;

import dev.engine.domain.contact.ContactsContract;
import java.nio.file.Path;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

final class JooqContactsTest implements ContactsContract {

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
  public Store store(RandomGenerator random) {
    storage.close();
    storage = TestDatabases.storage(folder, random);
    return new Store(storage.contacts(), storage.contactViews());
  }
}
