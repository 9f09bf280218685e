package dev.engine.domain.worker;

import dev.engine.domain.Storage;
import dev.engine.domain.testing.InMemoryStorage;
import java.util.random.RandomGenerator;

final class InMemoryWorkerQueueTest implements WorkerQueueContract {

  @Override
  public Storage storage(RandomGenerator random) {
    return new InMemoryStorage(random);
  }
}
