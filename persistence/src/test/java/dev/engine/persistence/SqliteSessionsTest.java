package dev.engine.persistence;

import dev.engine.domain.hook.HookCalls;
import dev.engine.domain.session.SessionViews;
import dev.engine.domain.session.Sessions;
import dev.engine.domain.session.SessionsContract;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteSessionsTest implements SessionsContract {

  @RegisterExtension private final StoreOnDisk store = new StoreOnDisk();

  @Override
  public Sessions sessions(RandomGenerator random) {
    return store.empty(random).sessions();
  }

  @Override
  public SessionViews views() {
    return store.latest().sessionViews();
  }

  @Override
  public HookCalls hookCalls() {
    return store.latest().hookCalls();
  }
}
