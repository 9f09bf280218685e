package dev.engine.domain.fleet;

import dev.engine.domain.Storage;
import dev.engine.domain.testing.InMemoryStorage;

final class InMemoryFleetViewsTest implements FleetViewsContract {

  @Override
  public Storage storage() {
    return new InMemoryStorage();
  }
}
