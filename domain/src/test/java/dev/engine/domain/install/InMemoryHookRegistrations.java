package dev.engine.domain.install;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@link HookRegistrations} for the tests of everything above: settings that hold nothing else. */
public final class InMemoryHookRegistrations implements HookRegistrations {

  private static final List<String> EVENTS = List.of("SessionStart", "Stop", "SessionEnd");

  private final Map<HomeFolder, HookSetup> registered = new LinkedHashMap<>();
  private final Set<Path> missingCommands = new HashSet<>();
  private boolean isSwitchedOff;
  private boolean hasPlugin;

  /** Takes the program away that hooks run. */
  public synchronized void removeCommand(Path command) {
    missingCommands.add(command);
  }

  /** Turns all hooks off, of every project. */
  public synchronized void switchOff() {
    isSwitchedOff = true;
  }

  /** Enables the plugin, for every project. */
  public synchronized void enablePlugin() {
    hasPlugin = true;
  }

  @Override
  public synchronized SettingsEdit previewRegister(HookSetup setup) {
    HookSetup old = registered.get(setup.home());
    if (old == null) {
      return new SettingsEdit.Created(file(setup.home()), text(setup));
    }
    return old.equals(setup)
        ? new SettingsEdit.Unchanged(file(setup.home()))
        : new SettingsEdit.Changed(file(setup.home()), text(old), text(setup));
  }

  @Override
  public synchronized SettingsEdit register(HookSetup setup) {
    SettingsEdit edit = previewRegister(setup);
    registered.put(setup.home(), setup);
    return edit;
  }

  @Override
  public synchronized SettingsEdit previewUnregister(HomeFolder home) {
    HookSetup old = registered.get(home);
    return old == null
        ? new SettingsEdit.Unchanged(file(home))
        : new SettingsEdit.Deleted(file(home), text(old));
  }

  @Override
  public synchronized SettingsEdit unregister(HomeFolder home) {
    SettingsEdit edit = previewUnregister(home);
    registered.remove(home);
    return edit;
  }

  @Override
  public synchronized HookStanding inspect(HomeFolder home) {
    HookSetup setup = registered.get(home);
    List<RegisteredHook> hooks =
        setup == null ? List.of() : EVENTS.stream().map(event -> hook(setup, event)).toList();
    return new HookStanding(hooks, setup != null && isSwitchedOff, hasPlugin);
  }

  private RegisteredHook hook(HookSetup setup, String event) {
    return new RegisteredHook(
        event, setup.command(), setup.home().path(), !missingCommands.contains(setup.command()));
  }

  private static Path file(HomeFolder home) {
    return home.project().resolve("settings");
  }

  private static String text(HookSetup setup) {
    return "hooks of %s for %s%n".formatted(setup.command(), setup.client());
  }
}
