package dev.engine.domain.context;

import dev.engine.domain.Storage;
import dev.engine.domain.testing.InMemoryStorage;
import java.util.random.RandomGenerator;

final class InMemoryContextSamplesTest implements ContextSamplesContract {

  @Override
  public Storage storage(RandomGenerator random) {
    return new InMemoryStorage(random);
  }
}
