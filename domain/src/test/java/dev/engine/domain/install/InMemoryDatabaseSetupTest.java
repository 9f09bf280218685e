package dev.engine.domain.install;

import java.nio.file.Path;

final class InMemoryDatabaseSetupTest implements DatabaseSetupContract {

  @Override
  public DatabaseSetup setup() {
    return new InMemoryDatabaseSetup();
  }

  @Override
  public HomeFolder home() {
    return HomeFolder.of(Path.of("/project"));
  }
}
