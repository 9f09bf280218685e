package dev.engine.persistence;

import dev.engine.domain.Storage;
import dev.engine.domain.mission.ScheduledMissionsContract;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.extension.RegisterExtension;

final class JooqScheduledMissionsTest implements ScheduledMissionsContract {

  @RegisterExtension private final StoreOnDisk store = new StoreOnDisk();

  @Override
  public Storage storage(RandomGenerator random) {
    return store.empty(random);
  }
}
