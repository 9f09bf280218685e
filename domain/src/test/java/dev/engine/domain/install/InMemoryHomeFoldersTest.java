package dev.engine.domain.install;

import java.nio.file.Path;

final class InMemoryHomeFoldersTest implements HomeFoldersContract {

  @Override
  public HomeFolders folders() {
    return new InMemoryHomeFolders();
  }

  @Override
  public HomeFolder home() {
    return HomeFolder.of(Path.of("/project"));
  }

  @Override
  public void open(HomeFolders folders, Path path) {
    ((InMemoryHomeFolders) folders).open(path);
  }
}
