package dev.engine.domain.install;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@link HookPosts} for the tests of everything above: settings that hold nothing else. */
public final class InMemoryHookPosts implements HookPosts {

  private static final List<String> EVENTS = List.of("Stop", "SessionEnd");

  private final Map<HomeFolder, PostSetup> registered = new LinkedHashMap<>();

  @Override
  public synchronized SettingsEdit previewRegister(PostSetup setup) {
    PostSetup old = registered.get(setup.home());
    if (old == null) {
      return new SettingsEdit.Created(file(setup.home()), text(setup));
    }
    return old.equals(setup)
        ? new SettingsEdit.Unchanged(file(setup.home()))
        : new SettingsEdit.Changed(file(setup.home()), text(old), text(setup));
  }

  @Override
  public synchronized SettingsEdit register(PostSetup setup) {
    SettingsEdit edit = previewRegister(setup);
    registered.put(setup.home(), setup);
    return edit;
  }

  @Override
  public synchronized SettingsEdit previewUnregister(HomeFolder home) {
    PostSetup old = registered.get(home);
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
  public synchronized List<String> events(HomeFolder home) {
    return registered.containsKey(home) ? EVENTS : List.of();
  }

  private static Path file(HomeFolder home) {
    return home.project().resolve("own settings");
  }

  private static String text(PostSetup setup) {
    return "posts to %d%n".formatted(setup.target().port());
  }
}
