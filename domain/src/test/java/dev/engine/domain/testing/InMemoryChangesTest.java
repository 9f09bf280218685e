package dev.engine.domain.testing;

import dev.engine.domain.Changes;
import dev.engine.domain.ChangesContract;

final class InMemoryChangesTest implements ChangesContract {

  private final InMemoryChanges changes = new InMemoryChanges();

  @Override
  public Changes changes() {
    return changes;
  }

  @Override
  public void store() {
    changes.happen();
  }
}
