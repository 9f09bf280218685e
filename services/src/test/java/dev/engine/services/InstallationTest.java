package dev.engine.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.engine.domain.error.EngineException.Conflict;
import dev.engine.domain.install.ClientVersion;
import dev.engine.domain.install.DatabaseSetup.Change;
import dev.engine.domain.install.DatabaseSetup.Prepared;
import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.install.HookSetup;
import dev.engine.domain.install.HookStanding;
import dev.engine.domain.install.InMemoryDatabaseSetup;
import dev.engine.domain.install.InMemoryHomeFolders;
import dev.engine.domain.install.InMemoryHookRegistrations;
import dev.engine.domain.install.SettingsEdit;
import dev.engine.services.Installation.Clients;
import dev.engine.services.Installation.Initialised;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class InstallationTest {

  private static final HomeFolder HOME = HomeFolder.of(Path.of("/project"));
  private static final Path COMMAND = Path.of("/opt/engine/bin/engine-hook");
  private static final ClientVersion INSTALLED = new ClientVersion(2, 1, 330);
  private static final ClientVersion OLDER = new ClientVersion(2, 0, 76);

  private final InMemoryHomeFolders folders = new InMemoryHomeFolders();
  private final InMemoryHookRegistrations hooks = new InMemoryHookRegistrations();
  private final InMemoryDatabaseSetup database = new InMemoryDatabaseSetup();
  private final Installation installation = installation(Optional.of(INSTALLED));

  @Test
  void theInstalledClientDecidesUnlessAnotherIsChosen() {
    assertThat(installation.setup(HOME, null)).isEqualTo(new HookSetup(HOME, COMMAND, INSTALLED));
    assertThat(installation.setup(HOME, OLDER)).isEqualTo(new HookSetup(HOME, COMMAND, OLDER));
    assertThat(installation(Optional.empty()).setup(HOME, null))
        .isEqualTo(new HookSetup(HOME, COMMAND, null));
  }

  @Test
  void initMakesEverythingOnce() {
    HookSetup setup = installation.setup(HOME, null);
    SettingsEdit preview = installation.preview(setup);

    Initialised first = installation.init(setup);
    Initialised second = installation.init(setup);

    assertThat(first)
        .isEqualTo(new Initialised(setup, HOME.folders(), new Prepared(Change.MADE, 32), preview));
    assertThat(second)
        .isEqualTo(
            new Initialised(
                setup,
                List.of(),
                new Prepared(Change.NONE, 32),
                new SettingsEdit.Unchanged(preview.file())));
  }

  @Test
  void whatTheDatabaseLeavesOpenIsClosed() {
    folders.open(HOME.database());

    installation.init(installation.setup(HOME, null));

    assertThat(folders.tooOpen(HOME)).isEmpty();
  }

  @Test
  void uninstallTakesTheHooksOutAndKeepsTheData() {
    installation.init(installation.setup(HOME, null));
    SettingsEdit preview = installation.previewUninstall(HOME);

    SettingsEdit edit = installation.uninstall(HOME);

    assertThat(edit).isEqualTo(preview).isInstanceOf(SettingsEdit.Deleted.class);
    assertThat(hooks.inspect(HOME)).isEqualTo(HookStanding.NONE);
    assertThat(installation.exists(HOME)).isTrue();
  }

  @Test
  void aPurgeDeletesTheHome() {
    installation.init(installation.setup(HOME, null));

    installation.purge(HOME);

    assertThat(installation.exists(HOME)).isFalse();
  }

  @Test
  void whatIsNotOursIsNotPurged() {
    folders.makeForeign(HOME);

    assertThatExceptionOfType(Conflict.class)
        .isThrownBy(() -> installation.purge(HOME))
        .withMessage("/project/.engine was not deleted: it is a link");
  }

  private Installation installation(Optional<ClientVersion> installed) {
    Clients clients = new Clients(() -> installed, COMMAND);
    return new Installation(folders, database, hooks, clients);
  }
}
