package dev.engine.domain.session;

import dev.engine.domain.hook.HookCalls;
import dev.engine.domain.hook.InMemoryHookCalls;
import java.util.random.RandomGenerator;

final class InMemorySessionsTest implements SessionsContract {

  private InMemoryHookCalls calls = new InMemoryHookCalls();
  private InMemorySessions latest = new InMemorySessions(RandomGenerator.getDefault(), calls);

  @Override
  public Sessions sessions(RandomGenerator random) {
    calls = new InMemoryHookCalls();
    latest = new InMemorySessions(random, calls);
    return latest;
  }

  @Override
  public SessionViews views() {
    return latest;
  }

  @Override
  public HookCalls hookCalls() {
    return calls;
  }
}
