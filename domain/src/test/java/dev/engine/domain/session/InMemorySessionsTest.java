package dev.engine.domain.session;

import java.util.random.RandomGenerator;

final class InMemorySessionsTest implements SessionsContract {

  private InMemorySessions latest = new InMemorySessions(RandomGenerator.getDefault());

  @Override
  public Sessions sessions(RandomGenerator random) {
    latest = new InMemorySessions(random);
    return latest;
  }

  @Override
  public SessionViews views() {
    return latest;
  }
}
