package dev.engine.domain.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What {@link ToolServers} promises. */
public interface ToolServersContract {

  /** Of a project without a server. */
  ToolServers servers();

  HomeFolder home();

  @Test
  default void aServerIsPutInOnceAndTakenOutAgain() {
    ToolServers servers = servers();

    assertThat(servers.register(setup())).isInstanceOf(SettingsEdit.Created.class);
    assertThat(servers.register(setup())).isInstanceOf(SettingsEdit.Unchanged.class);
    assertThat(servers.unregister(home())).isInstanceOf(SettingsEdit.Deleted.class);
    assertThat(servers.unregister(home())).isInstanceOf(SettingsEdit.Unchanged.class);
  }

  @Test
  default void aPreviewTellsWhatWillBeAndChangesNothing() {
    ToolServers servers = servers();

    SettingsEdit first = servers.previewRegister(setup());
    SettingsEdit again = servers.previewRegister(setup());

    assertThat(again).isEqualTo(first);
    assertThat(servers.register(setup())).isEqualTo(first);
    assertThat(servers.previewUnregister(home())).isEqualTo(servers.unregister(home()));
  }

  private HookSetup setup() {
    return new HookSetup(home(), Path.of("/opt/engine/bin/engine-hook"), null);
  }
}
