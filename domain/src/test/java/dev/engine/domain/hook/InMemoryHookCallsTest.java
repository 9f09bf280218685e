package dev.engine.domain.hook;

final class InMemoryHookCallsTest implements HookCallsContract {

  @Override
  public HookCalls hookCalls() {
    return new InMemoryHookCalls();
  }
}
