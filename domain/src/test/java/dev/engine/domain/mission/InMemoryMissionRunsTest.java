package dev.engine.domain.mission;

import dev.engine.domain.Storage;
import dev.engine.domain.testing.InMemoryStorage;
import java.util.random.RandomGenerator;

final class InMemoryMissionRunsTest implements MissionRunsContract {

  @Override
  public Storage storage(RandomGenerator random) {
    return new InMemoryStorage(random);
  }
}
