package dev.engine.domain.install;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** {@link ToolServers} for the tests of everything above the host. */
public final class InMemoryToolServers implements ToolServers {

  private static final String ENGINE = "engine";

  private final Set<HomeFolder> registered = new HashSet<>();

  @Override
  public SettingsEdit previewRegister(HookSetup setup) {
    Path file = file(setup.home());
    return registered.contains(setup.home())
        ? new SettingsEdit.Unchanged(file)
        : new SettingsEdit.Created(file, ENGINE);
  }

  @Override
  public SettingsEdit register(HookSetup setup) {
    SettingsEdit edit = previewRegister(setup);
    registered.add(setup.home());
    return edit;
  }

  @Override
  public SettingsEdit previewUnregister(HomeFolder home) {
    return registered.contains(home)
        ? new SettingsEdit.Deleted(file(home), ENGINE)
        : new SettingsEdit.Unchanged(file(home));
  }

  @Override
  public SettingsEdit unregister(HomeFolder home) {
    SettingsEdit edit = previewUnregister(home);
    registered.remove(home);
    return edit;
  }

  private static Path file(HomeFolder home) {
    return home.project().resolve(".mcp.json");
  }
}
