package dev.engine.persistence;

import dev.engine.domain.hook.HookCalls;
import dev.engine.domain.hook.HookCallsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteHookCallsTest implements HookCallsContract {

  @RegisterExtension private final StoreOnDisk store = new StoreOnDisk();

  @Override
  public HookCalls hookCalls() {
    return store.empty().hookCalls();
  }
}
