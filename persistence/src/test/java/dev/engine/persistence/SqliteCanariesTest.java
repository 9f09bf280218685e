package dev.engine.persistence;

import dev.engine.domain.hook.Canaries;
import dev.engine.domain.hook.CanariesContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteCanariesTest implements CanariesContract {

  @RegisterExtension private final StoreOnDisk store = new StoreOnDisk();

  @Override
  public Canaries canaries() {
    return store.empty().canaries();
  }
}
