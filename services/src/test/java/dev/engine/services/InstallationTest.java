package dev.engine.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.engine.domain.error.EngineException.Conflict;
import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.install.ClientVersion;
import dev.engine.domain.install.DatabaseSetup.Change;
import dev.engine.domain.install.DatabaseSetup.Prepared;
import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.install.HookSetup;
import dev.engine.domain.install.HookStanding;
import dev.engine.domain.install.HookVia;
import dev.engine.domain.install.InMemoryDatabaseSetup;
import dev.engine.domain.install.InMemoryHomeFolders;
import dev.engine.domain.install.InMemoryHookPosts;
import dev.engine.domain.install.InMemoryHookRegistrations;
import dev.engine.domain.install.InMemoryStatusLines;
import dev.engine.domain.install.InMemoryToolServers;
import dev.engine.domain.install.PostSetup;
import dev.engine.domain.install.PostTarget;
import dev.engine.domain.install.SettingsEdit;
import dev.engine.domain.install.StatusLineStanding;
import dev.engine.services.Installation.Clients;
import dev.engine.services.Installation.Initialised;
import dev.engine.services.Installation.Posting;
import dev.engine.services.Installation.Registered;
import dev.engine.services.doctor.Finding;
import dev.engine.services.doctor.PostedHooksCheck;
import dev.engine.services.doctor.StatusLineCheck;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class InstallationTest {

  private static final HomeFolder HOME = HomeFolder.of(Path.of("/project"));
  private static final Path COMMAND = Path.of("/opt/engine/bin/engine-hook");
  private static final ClientVersion INSTALLED = new ClientVersion(2, 1, 330);
  private static final ClientVersion OLDER = new ClientVersion(2, 0, 76);

  private static final SettingsEdit NO_POSTS =
      new SettingsEdit.Unchanged(Path.of("/project/own settings"));

  private final InMemoryHomeFolders folders = new InMemoryHomeFolders();
  private final InMemoryHookRegistrations hooks = new InMemoryHookRegistrations();
  private final InMemoryHookPosts posts = new InMemoryHookPosts();
  private final InMemoryStatusLines statusLines = new InMemoryStatusLines();
  private final InMemoryToolServers servers = new InMemoryToolServers();
  private final InMemoryDatabaseSetup database = new InMemoryDatabaseSetup();
  private final Installation installation = installation(Optional.of(INSTALLED));

  @Test
  void theInstalledClientDecidesUnlessAnotherIsChosen() {
    assertThat(installation.setup(HOME, null, null))
        .isEqualTo(new HookSetup(HOME, COMMAND, INSTALLED));
    assertThat(installation.setup(HOME, OLDER, null))
        .isEqualTo(new HookSetup(HOME, COMMAND, OLDER));
    assertThat(installation(Optional.empty()).setup(HOME, null, null))
        .isEqualTo(new HookSetup(HOME, COMMAND, null));
  }

  @Test
  void initMakesEverythingOnce() {
    HookSetup setup = installation.setup(HOME, null, null);
    SettingsEdit preview = installation.preview(setup).getLast();
    SettingsEdit line = installation.preview(setup).get(1);
    SettingsEdit server = installation.preview(setup).get(2);

    Initialised first = installation.init(setup);
    Initialised second = installation.init(setup);

    assertThat(first)
        .isEqualTo(
            new Initialised(
                setup,
                HOME.folders(),
                new Prepared(Change.MADE, 32),
                preview,
                NO_POSTS,
                line,
                server));
    assertThat(second)
        .isEqualTo(
            new Initialised(
                setup,
                List.of(),
                new Prepared(Change.NONE, 32),
                new SettingsEdit.Unchanged(preview.file()),
                NO_POSTS,
                new SettingsEdit.Unchanged(line.file()),
                new SettingsEdit.Unchanged(server.file())));
  }

  @Test
  void whatTheDatabaseLeavesOpenIsClosed() {
    folders.open(HOME.database());

    installation.init(installation.setup(HOME, null, null));

    assertThat(folders.tooOpen(HOME)).isEmpty();
  }

  @Test
  void uninstallTakesTheHooksOutAndKeepsTheData() {
    installation.init(installation.setup(HOME, null, null));
    List<SettingsEdit> preview = installation.previewUninstall(HOME);

    List<SettingsEdit> edits = installation.uninstall(HOME);

    assertThat(edits).isEqualTo(preview);
    assertThat(edits.getFirst()).isInstanceOf(SettingsEdit.Deleted.class);
    assertThat(edits.get(1)).isEqualTo(NO_POSTS);
    assertThat(edits.get(2)).isInstanceOf(SettingsEdit.Deleted.class);
    assertThat(edits.getLast()).isInstanceOf(SettingsEdit.Deleted.class);
    assertThat(hooks.inspect(HOME)).isEqualTo(HookStanding.NONE);
    assertThat(installation.exists(HOME)).isTrue();
  }

  @Test
  void theWayOfTheHooksCanBeChangedAndStaysUntilThen() {
    installation.init(installation.setup(HOME, null, null));
    assertThat(installation.setup(HOME, null, null).via()).isEqualTo(HookVia.COMMAND);

    installation.init(installation.setup(HOME, null, HookVia.HTTP));

    assertThat(posts.events(HOME)).isNotEmpty();
    HookSetup next = installation.setup(HOME, null, null);
    assertThat(next.via()).isEqualTo(HookVia.HTTP);
    assertThat(installation.preview(next)).allMatch(SettingsEdit.Unchanged.class::isInstance);

    installation.init(installation.setup(HOME, null, HookVia.COMMAND));
    assertThat(posts.events(HOME)).isEmpty();
  }

  @Test
  void thePluginIsTheWayWhereItIsEnabledAndNothingIsRegistered() {
    hooks.enablePlugin();

    HookSetup setup = installation.setup(HOME, null, null);
    installation.init(setup);

    assertThat(setup.via()).isEqualTo(HookVia.PLUGIN);
    assertThat(hooks.inspect(HOME).hooks()).isEmpty();
    assertThat(servers.previewUnregister(HOME)).isInstanceOf(SettingsEdit.Unchanged.class);
    assertThat(statusLines.inspect(HOME)).isEqualTo(StatusLineStanding.OURS);
    assertThat(installation.preview(setup)).allMatch(SettingsEdit.Unchanged.class::isInstance);
  }

  @Test
  void whatWasRegisteredStaysUntilThePluginIsChosen() {
    installation.init(installation.setup(HOME, null, null));
    hooks.enablePlugin();
    assertThat(installation.setup(HOME, null, null).via()).isEqualTo(HookVia.COMMAND);

    HookSetup setup = installation.setup(HOME, null, HookVia.PLUGIN);
    List<SettingsEdit> preview = installation.preview(setup);
    Initialised done = installation.init(setup);

    assertThat(done.settings()).isInstanceOf(SettingsEdit.Deleted.class);
    assertThat(done.server()).isInstanceOf(SettingsEdit.Deleted.class);
    assertThat(preview).containsSubsequence(done.statusLine(), done.server(), done.settings());
    assertThat(hooks.inspect(HOME).isByPlugin()).isTrue();
  }

  @Test
  void aClientWithoutHttpHooksIsLeftAsItIs() {
    HookSetup setup = installation.setup(HOME, OLDER, HookVia.HTTP);

    assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> installation.init(setup));

    assertThat(installation.exists(HOME)).isFalse();
    assertThat(hooks.inspect(HOME)).isEqualTo(HookStanding.NONE);
  }

  @Test
  void uninstallTakesHttpHooksOutToo() {
    installation.init(installation.setup(HOME, null, HookVia.HTTP));

    installation.uninstall(HOME);

    assertThat(posts.events(HOME)).isEmpty();
    assertThat(hooks.inspect(HOME)).isEqualTo(HookStanding.NONE);
  }

  @Test
  void theDoctorSeesWhereHttpHooksLead() {
    PostedHooksCheck check =
        new PostedHooksCheck(installation, () -> installation.setup(HOME, null, null));
    assertThat(check.look())
        .isEqualTo(new Finding.Pass("none: each event is handed over by a command"));

    installation.init(installation.setup(HOME, null, HookVia.HTTP));
    assertThat(check.look())
        .isEqualTo(
            new Finding.Pass("they lead to this engine; while it is down, their events are lost"));

    posts.register(new PostSetup(HOME, INSTALLED, new PostTarget(20_002, "token")));
    assertThat(check.look())
        .isEqualTo(
            new Finding.Warn("they lead elsewhere, or show another token", "run `engine init`"));
  }

  @Test
  void aLineThatThePersonChangedStaysAndTheDoctorSaysSo() {
    StatusLineCheck check = new StatusLineCheck(statusLines, HOME);
    Finding before = check.look();
    installation.init(installation.setup(HOME, null, null));
    Finding after = check.look();
    statusLines.replace(HOME);

    installation.init(installation.setup(HOME, null, HookVia.HTTP));

    assertThat(before).isInstanceOf(Finding.Warn.class);
    assertThat(after).isInstanceOf(Finding.Pass.class);
    assertThat(statusLines.inspect(HOME)).isEqualTo(StatusLineStanding.FOREIGN);
    assertThat(check.look().fact()).startsWith("another is set");
  }

  @Test
  void aPurgeDeletesTheHome() {
    installation.init(installation.setup(HOME, null, null));

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
    Posting posting = new Posting(posts, home -> 20_001, home -> "token");
    Registered registered = new Registered(hooks, statusLines, servers);
    return new Installation(folders, database, registered, posting, clients);
  }
}
