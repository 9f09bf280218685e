package dev.engine.domain.toolcall;

import dev.engine.domain.Storage;
import dev.engine.domain.testing.InMemoryStorage;

final class InMemoryToolCallsTest implements ToolCallsContract {

  @Override
  public Storage storage() {
    return new InMemoryStorage();
  }
}
