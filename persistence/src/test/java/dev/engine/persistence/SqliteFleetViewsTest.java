package dev.engine.persistence;

import dev.engine.domain.Storage;
import dev.engine.domain.fleet.FleetViewsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteFleetViewsTest implements FleetViewsContract {

  @RegisterExtension private final StoreOnDisk store = new StoreOnDisk();

  @Override
  public Storage storage() {
    return store.empty();
  }
}
