package dev.engine.persistence;

import dev.engine.domain.Storage;
import dev.engine.domain.mission.MissionRunsContract;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.extension.RegisterExtension;

final class ServingMissionRunsTest implements MissionRunsContract {

  @RegisterExtension private final StoreOnDisk store = new StoreOnDisk();

  @Override
  public Storage storage(RandomGenerator random) {
    return store.serving(random);
  }
}
