package dev.engine.domain.session;

import dev.engine.domain.journal.InMemoryJournal;
import java.util.SplittableRandom;

final class InMemoryClearsTest implements ClearsContract {

  @Override
  public Sessions sessions() {
    return new InMemorySessions(new SplittableRandom(7), new InMemoryJournal());
  }
}
