package dev.engine.host;

import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.install.HookSetup;
import dev.engine.domain.install.SettingsEdit;
import dev.engine.domain.install.ToolServers;

/** Engine's server of tools in a project's {@code .mcp.json}. */
public final class ClaudeToolServers implements ToolServers {

  private final SettingsEditor editor =
      new SettingsEditor(
          ".mcp.json",
          "mcp-servers.before",
          SettingsEditor.Secrecy.AS_BEFORE,
          ToolServerMember::without);

  @Override
  public SettingsEdit previewRegister(HookSetup setup) {
    return editor.preview(setup.home(), text -> ToolServerMember.with(text, setup));
  }

  @Override
  public SettingsEdit register(HookSetup setup) {
    return editor.apply(setup.home(), text -> ToolServerMember.with(text, setup));
  }

  @Override
  public SettingsEdit previewUnregister(HomeFolder home) {
    return editor.previewTakeBack(home);
  }

  @Override
  public SettingsEdit unregister(HomeFolder home) {
    return editor.takeBack(home);
  }
}
