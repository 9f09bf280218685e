package dev.engine.persistence;

import dev.engine.domain.Storage;
import dev.engine.domain.attention.AttentionMarksContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class JooqAttentionMarksTest implements AttentionMarksContract {

  @RegisterExtension private final StoreOnDisk store = new StoreOnDisk();

  @Override
  public Storage storage() {
    return store.empty();
  }
}
