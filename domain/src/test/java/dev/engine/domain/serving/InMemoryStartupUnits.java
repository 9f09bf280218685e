package dev.engine.domain.serving;

import dev.engine.domain.install.HomeFolder;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** {@link StartupUnits} for the tests of everything above. */
public final class InMemoryStartupUnits implements StartupUnits {

  private final Set<HomeFolder> installed = new HashSet<>();
  private boolean isDeaf;

  /** Has nobody hear what the machine is told. */
  public synchronized void makeDeaf() {
    isDeaf = true;
  }

  @Override
  public synchronized StartupUnit preview(HomeFolder home) {
    return new StartupUnit(
        Path.of("/units", home.project().getFileName() + ".unit"),
        "[Unit]\nserve %s\n".formatted(home.project()));
  }

  @Override
  public synchronized Switching install(HomeFolder home) {
    installed.add(home);
    return told(home);
  }

  @Override
  public synchronized Switching uninstall(HomeFolder home) {
    return installed.remove(home) ? told(home) : new Switching.NotInstalled(preview(home));
  }

  private Switching told(HomeFolder home) {
    return isDeaf
        ? new Switching.ToldNobody(preview(home), "supervise now")
        : new Switching.Switched(preview(home));
  }
}
