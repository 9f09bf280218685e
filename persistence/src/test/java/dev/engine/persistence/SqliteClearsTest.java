package dev.engine.persistence;

import dev.engine.domain.session.ClearsContract;
import dev.engine.domain.session.Sessions;
import java.util.SplittableRandom;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteClearsTest implements ClearsContract {

  @RegisterExtension private final StoreOnDisk store = new StoreOnDisk();

  @Override
  public Sessions sessions() {
    return store.empty(new SplittableRandom(7)).sessions();
  }
}
