package dev.engine.domain.install;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** {@link StatusLines} for the tests of everything above: settings that hold nothing else. */
public final class InMemoryStatusLines implements StatusLines {

  private static final String FOREIGN = "another line";

  private final Map<HomeFolder, String> lines = new HashMap<>();
  private final Map<HomeFolder, HookSetup> installed = new HashMap<>();

  /** The person sets a line that does not run Engine's. */
  public synchronized void replace(HomeFolder home) {
    lines.put(home, FOREIGN);
  }

  @Override
  public synchronized SettingsEdit previewRegister(HookSetup setup) {
    String old = lines.get(setup.home());
    String next = text(setup);
    if (next.equals(old) || (installed.containsKey(setup.home()) && !isOurs(setup.home()))) {
      return new SettingsEdit.Unchanged(file(setup.home()));
    }
    return old == null
        ? new SettingsEdit.Created(file(setup.home()), next)
        : new SettingsEdit.Changed(file(setup.home()), old, next);
  }

  @Override
  public synchronized SettingsEdit register(HookSetup setup) {
    SettingsEdit edit = previewRegister(setup);
    if (!(edit instanceof SettingsEdit.Unchanged)) {
      lines.put(setup.home(), text(setup));
      installed.put(setup.home(), setup);
    }
    return edit;
  }

  @Override
  public synchronized SettingsEdit previewUnregister(HomeFolder home) {
    HookSetup setup = installed.get(home);
    return setup != null && isOurs(home)
        ? new SettingsEdit.Deleted(file(home), text(setup))
        : new SettingsEdit.Unchanged(file(home));
  }

  @Override
  public synchronized SettingsEdit unregister(HomeFolder home) {
    SettingsEdit edit = previewUnregister(home);
    if (isOurs(home)) {
      lines.remove(home);
    }
    installed.remove(home);
    return edit;
  }

  @Override
  public synchronized StatusLineStanding inspect(HomeFolder home) {
    if (isOurs(home)) {
      return StatusLineStanding.OURS;
    }
    return lines.containsKey(home) ? StatusLineStanding.FOREIGN : StatusLineStanding.NONE;
  }

  private boolean isOurs(HomeFolder home) {
    HookSetup setup = installed.get(home);
    return setup != null && text(setup).equals(lines.get(home));
  }

  private static Path file(HomeFolder home) {
    return home.project().resolve("status line");
  }

  private static String text(HookSetup setup) {
    return setup.command() + "\n";
  }
}
