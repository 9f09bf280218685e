package dev.engine.persistence;

import dev.engine.domain.briefing.LookMarks;
import dev.engine.domain.briefing.LookMarksContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class JooqLookMarksTest implements LookMarksContract {

  @RegisterExtension private final StoreOnDisk store = new StoreOnDisk();

  @Override
  public LookMarks marks() {
    return store.empty().lookMarks();
  }
}
