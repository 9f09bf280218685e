package dev.engine.domain.install;

import java.nio.file.Path;

final class InMemoryHookPostsTest implements HookPostsContract {

  @Override
  public HookPosts posts() {
    return new InMemoryHookPosts();
  }

  @Override
  public HomeFolder home() {
    return HomeFolder.of(Path.of("/project"));
  }
}
