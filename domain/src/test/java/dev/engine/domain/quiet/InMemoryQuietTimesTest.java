package dev.engine.domain.quiet;

import dev.engine.domain.Storage;
import dev.engine.domain.testing.InMemoryStorage;
import java.util.random.RandomGenerator;

final class InMemoryQuietTimesTest implements QuietTimesContract {

  @Override
  public Storage storage(RandomGenerator random) {
    return new InMemoryStorage(random);
  }
}
