package dev.engine.domain.install;

import java.nio.file.Path;

final class InMemoryToolServersTest implements ToolServersContract {

  @Override
  public ToolServers servers() {
    return new InMemoryToolServers();
  }

  @Override
  public HomeFolder home() {
    return HomeFolder.of(Path.of("/project"));
  }
}
