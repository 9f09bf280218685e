package dev.engine.domain.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@link HookRegistrations} promises. */
public interface HookRegistrationsContract {

  ClientVersion CLIENT = new ClientVersion(2, 1, 330);

  /** Registrations of machines where no project has settings yet. */
  HookRegistrations registrations();

  /** Has the person enable Engine's plugin, for every project. */
  void enablePlugin();

  /** A home whose project has no settings. */
  HomeFolder home();

  private HookSetup setup(String distribution) {
    return new HookSetup(home(), Path.of(distribution).resolve("engine-hook"), CLIENT);
  }

  @Test
  default void registeringMakesSettingsWhereThereAreNone() {
    HookRegistrations registrations = registrations();

    SettingsEdit edit = registrations.register(setup("/opt/engine/bin"));

    assertThat(edit).isInstanceOf(SettingsEdit.Created.class);
    assertThat(registrations.inspect(home()).hooks())
        .extracting(RegisteredHook::event)
        .contains("SessionStart", "SessionEnd");
  }

  @Test
  default void registeringTwiceChangesNothing() {
    HookRegistrations registrations = registrations();
    SettingsEdit first = registrations.register(setup("/opt/engine/bin"));

    SettingsEdit second = registrations.register(setup("/opt/engine/bin"));

    assertThat(second).isEqualTo(new SettingsEdit.Unchanged(first.file()));
  }

  @Test
  default void aMovedDistributionTakesThePlaceOfTheOldOne() {
    HookRegistrations registrations = registrations();
    registrations.register(setup("/opt/engine-1/bin"));
    List<RegisteredHook> old = registrations.inspect(home()).hooks();

    registrations.register(setup("/opt/engine-2/bin"));

    assertThat(registrations.inspect(home()).hooks())
        .hasSameSizeAs(old)
        .extracting(RegisteredHook::command)
        .containsOnly(Path.of("/opt/engine-2/bin/engine-hook"));
  }

  @Test
  default void aPreviewTellsTheEditAndChangesNothing() {
    HookRegistrations registrations = registrations();

    SettingsEdit preview = registrations.previewRegister(setup("/opt/engine/bin"));

    assertThat(registrations.inspect(home())).isEqualTo(HookStanding.NONE);
    assertThat(registrations.register(setup("/opt/engine/bin"))).isEqualTo(preview);
  }

  @Test
  default void unregisteringDeletesWhatRegisteringMade() {
    HookRegistrations registrations = registrations();
    registrations.register(setup("/opt/engine/bin"));
    SettingsEdit preview = registrations.previewUnregister(home());

    SettingsEdit edit = registrations.unregister(home());

    assertThat(edit).isInstanceOf(SettingsEdit.Deleted.class).isEqualTo(preview);
    assertThat(registrations.inspect(home())).isEqualTo(HookStanding.NONE);
  }

  @Test
  default void thePluginAloneTellsWhatHappensWhereNothingIsRegistered() {
    HookRegistrations registrations = registrations();
    enablePlugin();

    HookStanding alone = registrations.inspect(home());
    registrations.register(setup("/opt/engine/bin"));
    HookStanding both = registrations.inspect(home());

    assertThat(alone).isEqualTo(new HookStanding(List.of(), false, true));
    assertThat(alone.isByPlugin()).isTrue();
    assertThat(both.hasPlugin()).isTrue();
    assertThat(both.isByPlugin()).isFalse();
  }

  @Test
  default void unregisteringWhatIsNotRegisteredChangesNothing() {
    HookRegistrations registrations = registrations();

    SettingsEdit edit = registrations.unregister(home());

    assertThat(edit).isInstanceOf(SettingsEdit.Unchanged.class);
  }
}
