package dev.engine.host;

import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.install.HookRegistrations;
import dev.engine.domain.install.HookSetup;
import dev.engine.domain.install.HookStanding;
import dev.engine.domain.install.RegisteredHook;
import dev.engine.domain.install.SettingsEdit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Engine's hooks in a project's {@code .claude/settings.json}. With its parts, and {@link
 * ClaudeOwnSettings}, the only place that knows what Claude Code wants in there.
 */
public final class ClaudeSettings implements HookRegistrations {

  private final Path personal;

  private final SettingsEditor editor =
      new SettingsEditor(
          ".claude/settings.json", "claude-settings.before", SettingsEditor.Secrecy.AS_BEFORE);

  /**
   * @param personal the file with what a person has set for all projects
   */
  public ClaudeSettings(Path personal) {
    this.personal = personal;
  }

  @Override
  public SettingsEdit previewRegister(HookSetup setup) {
    return editor.preview(setup.home(), text -> HookGroups.register(text, setup));
  }

  @Override
  public SettingsEdit register(HookSetup setup) {
    return editor.apply(setup.home(), text -> HookGroups.register(text, setup));
  }

  @Override
  public SettingsEdit previewUnregister(HomeFolder home) {
    return editor.previewTakeBack(home);
  }

  @Override
  public SettingsEdit unregister(HomeFolder home) {
    return editor.takeBack(home);
  }

  @Override
  public HookStanding inspect(HomeFolder home) {
    boolean hasPlugin = ClaudePlugin.isEnabledIn(files(home));
    return editor
        .inspect(home, text -> standing(text, hasPlugin))
        .orElseGet(() -> new HookStanding(List.of(), false, hasPlugin));
  }

  /** Where the client looks for its settings, the ones that win last. */
  private List<Path> files(HomeFolder home) {
    Path shared = home.project().resolve(".claude").resolve("settings.json");
    return List.of(personal, shared, shared.resolveSibling("settings.local.json"));
  }

  private static HookStanding standing(String text, boolean hasPlugin) {
    List<RegisteredHook> hooks =
        HookGroups.find(text).stream()
            .map(HookPlace::command)
            .flatMap(Optional::stream)
            .map(
                hook ->
                    new RegisteredHook(hook.event(), hook.command(), hook.home(), isRunnable(hook)))
            .toList();
    return new HookStanding(hooks, HookGroups.areSwitchedOff(text), hasPlugin);
  }

  private static boolean isRunnable(HookHandler hook) {
    return Files.isRegularFile(hook.command()) && Files.isExecutable(hook.command());
  }
}
