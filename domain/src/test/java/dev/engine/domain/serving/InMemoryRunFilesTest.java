package dev.engine.domain.serving;

import dev.engine.domain.install.HomeFolder;
import java.nio.file.Path;

final class InMemoryRunFilesTest implements RunFilesContract {

  private final InMemoryRunFiles files = new InMemoryRunFiles();

  @Override
  public RunFiles files() {
    return files;
  }

  @Override
  public HomeFolder home() {
    return HomeFolder.of(Path.of("/project"));
  }
}
