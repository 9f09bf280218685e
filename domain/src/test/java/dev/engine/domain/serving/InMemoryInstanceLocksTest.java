package dev.engine.domain.serving;

import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.session.ProcessIdentity;
import java.nio.file.Path;

final class InMemoryInstanceLocksTest implements InstanceLocksContract {

  private final InMemoryInstanceLocks locks = new InMemoryInstanceLocks();

  @Override
  public InstanceLocks locks() {
    locks.link(linkedHome(), home());
    return locks;
  }

  @Override
  public HomeFolder home() {
    return HomeFolder.of(Path.of("/project"));
  }

  @Override
  public HomeFolder linkedHome() {
    return HomeFolder.of(Path.of("/linked"));
  }

  @Override
  public ProcessIdentity self() {
    return new ProcessIdentity(4242, null);
  }
}
