package dev.engine.persistence;

import dev.engine.domain.Storage;
import dev.engine.domain.worker.WorkersContract;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.extension.RegisterExtension;

final class ServingWorkersTest implements WorkersContract {

  @RegisterExtension private final StoreOnDisk store = new StoreOnDisk();

  @Override
  public Storage storage(RandomGenerator random) {
    return store.serving(random);
  }
}
