package dev.engine.domain.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What {@link StatusLines} promises. */
public interface StatusLinesContract {

  Path COMMAND = Path.of("/opt/engine/bin/engine-hook");

  /** Those of a machine where no person has settings yet. */
  StatusLines lines();

  /** A home whose project has no settings. */
  HomeFolder home();

  /** The person sets a line that does not run Engine's. */
  void replace();

  private HookSetup setup(Path command) {
    return new HookSetup(home(), command, new ClientVersion(2, 1, 330));
  }

  @Test
  default void registeringALineMakesSettingsWhereThereAreNone() {
    StatusLines lines = lines();
    SettingsEdit preview = lines.previewRegister(setup(COMMAND));

    SettingsEdit edit = lines.register(setup(COMMAND));

    assertThat(edit).isInstanceOf(SettingsEdit.Created.class).isEqualTo(preview);
    assertThat(lines.inspect(home())).isEqualTo(StatusLineStanding.OURS);
  }

  @Test
  default void registeringALineTwiceChangesNothing() {
    StatusLines lines = lines();
    SettingsEdit first = lines.register(setup(COMMAND));

    SettingsEdit second = lines.register(setup(COMMAND));

    assertThat(second).isEqualTo(new SettingsEdit.Unchanged(first.file()));
  }

  @Test
  default void anotherProgramTakesThePlaceOfTheOldOne() {
    StatusLines lines = lines();
    lines.register(setup(COMMAND));

    SettingsEdit edit = lines.register(setup(Path.of("/usr/local/bin/engine-hook")));

    assertThat(edit).isInstanceOf(SettingsEdit.Changed.class);
    assertThat(lines.inspect(home())).isEqualTo(StatusLineStanding.OURS);
  }

  @Test
  default void unregisteringALineDeletesWhatRegisteringMade() {
    StatusLines lines = lines();
    lines.register(setup(COMMAND));
    SettingsEdit preview = lines.previewUnregister(home());

    SettingsEdit edit = lines.unregister(home());

    assertThat(edit).isInstanceOf(SettingsEdit.Deleted.class).isEqualTo(preview);
    assertThat(lines.inspect(home())).isEqualTo(StatusLineStanding.NONE);
    assertThat(lines.unregister(home())).isInstanceOf(SettingsEdit.Unchanged.class);
  }

  @Test
  default void whatThePersonPutsInItsPlaceStays() {
    StatusLines lines = lines();
    lines.register(setup(COMMAND));
    replace();

    SettingsEdit again = lines.register(setup(COMMAND));
    StatusLineStanding standing = lines.inspect(home());
    SettingsEdit out = lines.unregister(home());

    assertThat(again).isInstanceOf(SettingsEdit.Unchanged.class);
    assertThat(standing).isEqualTo(StatusLineStanding.FOREIGN);
    assertThat(out).isInstanceOf(SettingsEdit.Unchanged.class);
    assertThat(lines.inspect(home())).isEqualTo(StatusLineStanding.FOREIGN);
  }

  @Test
  default void onceItWasTakenOutAnotherLineIsChainedAnew() {
    StatusLines lines = lines();
    lines.register(setup(COMMAND));
    replace();
    lines.unregister(home());

    SettingsEdit edit = lines.register(setup(COMMAND));

    assertThat(edit).isInstanceOf(SettingsEdit.Changed.class);
    assertThat(lines.inspect(home())).isEqualTo(StatusLineStanding.OURS);
  }
}
