package dev.engine.domain.serving;

import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.domain.install.HomeFolder;

/**
 * Has this machine start an engine when its owner logs in, and again when it fails.
 *
 * <p>Any method may throw {@link StorageUnavailable} if the file system refuses.
 */
public interface StartupUnits {

  /** The unit that {@link #install} would write; changes nothing. */
  StartupUnit preview(HomeFolder home);

  /** Writes the unit of {@code home} and has the machine start it now and at each login. */
  Switching install(HomeFolder home);

  /** Has the machine stop the unit of {@code home}, and removes it. */
  Switching uninstall(HomeFolder home);

  /** What became of switching a unit on or off. */
  sealed interface Switching {

    /** The file is as it should be, and the machine knows of it. */
    record Switched(StartupUnit unit) implements Switching {}

    /**
     * The file is as it should be, but the machine could not be told.
     *
     * @param command what a person has to run, such as {@code systemctl --user daemon-reload}
     */
    record ToldNobody(StartupUnit unit, String command) implements Switching {}

    /** There was no such unit; nothing was changed. */
    record NotInstalled(StartupUnit unit) implements Switching {}
  }
}
