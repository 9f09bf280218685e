package dev.engine.domain.conversation;

import dev.engine.domain.Storage;
import dev.engine.domain.testing.InMemoryStorage;

final class InMemoryConversationsTest implements ConversationsContract {

  @Override
  public Storage storage() {
    return new InMemoryStorage();
  }
}
