package dev.engine.persistence;

import dev.engine.domain.account.Accounts;
import dev.engine.domain.account.AccountsContract;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

final class JooqAccountsTest implements AccountsContract {

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
  public Accounts accounts(RandomGenerator random) {
    storage.close();
    storage = TestDatabases.storage(folder, random);
    return storage.accounts();
  }
}
