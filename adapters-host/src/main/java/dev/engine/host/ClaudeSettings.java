package dev.engine.host;

import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.install.HookRegistrations;
import dev.engine.domain.install.HookSetup;
import dev.engine.domain.install.HookStanding;
import dev.engine.domain.install.RegisteredHook;
import dev.engine.domain.install.SettingsEdit;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/**
 * Engine's hooks in a project's {@code .claude/settings.json}. With its parts, and {@link
 * ClaudeOwnSettings}, the only place that knows what Claude Code wants in there.
 */
public final class ClaudeSettings implements HookRegistrations {

  private final SettingsEditor editor =
      new SettingsEditor(
          ".claude/settings.json", "claude-settings.before", SettingsEditor.Secrecy.AS_BEFORE);

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
    return editor.inspect(home, ClaudeSettings::standing).orElse(HookStanding.NONE);
  }

  private static HookStanding standing(String text) {
    List<RegisteredHook> hooks =
        HookGroups.find(text).stream()
            .map(HookPlace::command)
            .flatMap(Optional::stream)
            .map(
                hook ->
                    new RegisteredHook(hook.event(), hook.command(), hook.home(), isRunnable(hook)))
            .toList();
    return new HookStanding(hooks, HookGroups.areSwitchedOff(text));
  }

  private static boolean isRunnable(HookHandler hook) {
    return Files.isRegularFile(hook.command()) && Files.isExecutable(hook.command());
  }
}
