package dev.engine.domain.install;

import java.nio.file.Path;

final class InMemoryStatusLinesTest implements StatusLinesContract {

  private final InMemoryStatusLines lines = new InMemoryStatusLines();

  @Override
  public StatusLines lines() {
    return lines;
  }

  @Override
  public HomeFolder home() {
    return HomeFolder.of(Path.of("/project"));
  }

  @Override
  public void replace() {
    lines.replace(home());
  }
}
