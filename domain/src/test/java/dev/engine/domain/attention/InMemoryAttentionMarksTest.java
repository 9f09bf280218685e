package dev.engine.domain.attention;

import dev.engine.domain.Storage;
import dev.engine.domain.testing.InMemoryStorage;

final class InMemoryAttentionMarksTest implements AttentionMarksContract {

  @Override
  public Storage storage() {
    return new InMemoryStorage();
  }
}
