package dev.engine.domain.install;

import java.nio.file.Path;

final class InMemoryHookRegistrationsTest implements HookRegistrationsContract {

  private final InMemoryHookRegistrations registrations = new InMemoryHookRegistrations();

  @Override
  public HookRegistrations registrations() {
    return registrations;
  }

  @Override
  public void enablePlugin() {
    registrations.enablePlugin();
  }

  @Override
  public HomeFolder home() {
    return HomeFolder.of(Path.of("/project"));
  }
}
