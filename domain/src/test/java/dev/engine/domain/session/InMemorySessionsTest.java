package dev.engine.domain.session;

import dev.engine.domain.hook.HookCalls;
import dev.engine.domain.hook.InMemoryHookCalls;
import dev.engine.domain.journal.InMemoryJournal;
import java.util.random.RandomGenerator;

final class InMemorySessionsTest implements SessionsContract {

  private InMemoryHookCalls calls = new InMemoryHookCalls();
  private InMemorySessions latest =
      new InMemorySessions(RandomGenerator.getDefault(), new InMemoryJournal(), calls);

  @Override
  public Sessions sessions(RandomGenerator random) {
    calls = new InMemoryHookCalls();
    latest = new InMemorySessions(random, new InMemoryJournal(), calls);
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
