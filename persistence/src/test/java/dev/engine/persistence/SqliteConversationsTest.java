package dev.engine.persistence;

import dev.engine.domain.Storage;
import dev.engine.domain.conversation.ConversationsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteConversationsTest implements ConversationsContract {

  @RegisterExtension private final StoreOnDisk store = new StoreOnDisk();

  @Override
  public Storage storage() {
    return store.empty();
  }
}
