package dev.engine.domain.install;

import java.util.List;

/**
 * Which hooks of Engine's a project has now.
 *
 * @param hooks in the order of the settings file
 * @param isSwitchedOff whether that file turns every hook off
 * @param hasPlugin whether Engine's plugin is enabled there, which brings what {@code hooks} do not
 */
public record HookStanding(List<RegisteredHook> hooks, boolean isSwitchedOff, boolean hasPlugin) {

  /** No settings, or none of ours in them. */
  public static final HookStanding NONE = new HookStanding(List.of(), false, false);

  /** Keeps a copy of {@code hooks}. */
  public HookStanding {
    hooks = List.copyOf(hooks);
  }

  /** Whether the plugin alone tells Engine of what happens. */
  public boolean isByPlugin() {
    return hasPlugin && hooks.isEmpty();
  }
}
