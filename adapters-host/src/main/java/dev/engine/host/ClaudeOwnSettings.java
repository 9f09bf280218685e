package dev.engine.host;

import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.install.HookPosts;
import dev.engine.domain.install.PostSetup;
import dev.engine.domain.install.SettingsEdit;
import dev.engine.domain.install.SettingsEdit.Changed;
import dev.engine.domain.install.SettingsEdit.Created;
import dev.engine.domain.install.SettingsEdit.Deleted;
import dev.engine.domain.install.SettingsEdit.Unchanged;
import java.util.List;

/**
 * Engine's HTTP hooks in a person's {@code .claude/settings.local.json}, which is nobody else's.
 */
public final class ClaudeOwnSettings implements HookPosts {

  private final SettingsEditor editor =
      new SettingsEditor(
          ".claude/settings.local.json",
          "claude-settings-local.before",
          SettingsEditor.Secrecy.OWNER_ONLY);

  @Override
  public SettingsEdit previewRegister(PostSetup setup) {
    return hidden(editor.preview(setup.home(), text -> HookGroups.register(text, setup)));
  }

  @Override
  public SettingsEdit register(PostSetup setup) {
    return hidden(editor.apply(setup.home(), text -> HookGroups.register(text, setup)));
  }

  @Override
  public SettingsEdit previewUnregister(HomeFolder home) {
    return hidden(editor.previewTakeBack(home));
  }

  @Override
  public SettingsEdit unregister(HomeFolder home) {
    return hidden(editor.takeBack(home));
  }

  @Override
  public List<String> events(HomeFolder home) {
    return editor
        .inspect(
            home,
            text -> HookGroups.find(text).stream().map(place -> place.event().name()).toList())
        .orElse(List.of());
  }

  private static SettingsEdit hidden(SettingsEdit edit) {
    return switch (edit) {
      case Created created -> new Created(created.file(), HookPost.hidden(created.after()));
      case Changed changed ->
          new Changed(
              changed.file(), HookPost.hidden(changed.before()), HookPost.hidden(changed.after()));
      case Deleted deleted -> new Deleted(deleted.file(), HookPost.hidden(deleted.before()));
      case Unchanged unchanged -> unchanged;
    };
  }
}
