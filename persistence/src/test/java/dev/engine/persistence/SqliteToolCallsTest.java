package dev.engine.persistence;

import dev.engine.domain.Storage;
import dev.engine.domain.toolcall.ToolCallsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteToolCallsTest implements ToolCallsContract {

  @RegisterExtension private final StoreOnDisk store = new StoreOnDisk();

  @Override
  public Storage storage() {
    return store.empty();
  }
}
