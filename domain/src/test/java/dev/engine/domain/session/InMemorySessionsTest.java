package dev.engine.domain.session;

import dev.engine.domain.journal.InMemoryJournal;
import java.util.random.RandomGenerator;

final class InMemorySessionsTest implements SessionsContract {

  private InMemorySessions latest =
      new InMemorySessions(RandomGenerator.getDefault(), new InMemoryJournal());

  @Override
  public Sessions sessions(RandomGenerator random) {
    latest = new InMemorySessions(random, new InMemoryJournal());
    return latest;
  }

  @Override
  public SessionViews views() {
    return latest;
  }
}
