package dev.engine.domain.testing;

import dev.engine.domain.Changes;
import dev.engine.domain.ChangesContract;
import dev.engine.domain.ping.PingExamples;

final class InMemoryChangesTest implements ChangesContract {

  private final InMemoryStorage storage = new InMemoryStorage();

  @Override
  public Changes changes() {
    return storage.changes();
  }

  @Override
  public void store() {
    storage.pings().send(PingExamples.question("Deploy now?"), PingExamples.NOON);
  }
}
