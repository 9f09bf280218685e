package dev.engine.persistence;

import dev.engine.domain.Storage;
import dev.engine.domain.notification.WarningsContract;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteWarningsTest implements WarningsContract {

  @RegisterExtension private final StoreOnDisk store = new StoreOnDisk();

  @Override
  public Storage storage(RandomGenerator random) {
    return store.empty(random);
  }
}
