package dev.engine.domain.install;

import java.nio.file.Path;

final class InMemoryHookRegistrationsTest implements HookRegistrationsContract {

  @Override
  public HookRegistrations registrations() {
    return new InMemoryHookRegistrations();
  }

  @Override
  public HomeFolder home() {
    return HomeFolder.of(Path.of("/project"));
  }
}
