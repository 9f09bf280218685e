package dev.engine.domain.install;

import dev.engine.domain.error.EngineException.Conflict;
import dev.engine.domain.error.EngineException.StorageUnavailable;

/**
 * Engine's hooks in the settings that Claude Code reads for a project.
 *
 * <p>Everything else in those settings stays as it is, to the byte. Each change is one atomic
 * replacement of the file. Any method may throw {@link Conflict} if the settings are not what the
 * client could read, and then they are left alone, and {@link StorageUnavailable} if they cannot be
 * read or written. {@code HookRegistrationsContract} is this interface in tests.
 */
public interface HookRegistrations {

  /** What {@link #register} would do now; changes nothing. */
  SettingsEdit previewRegister(HookSetup setup);

  /**
   * Registers exactly the hooks of {@code setup}, in place of any that were registered before. Not
   * for {@link HookVia#PLUGIN}, which has none.
   */
  SettingsEdit register(HookSetup setup);

  /** What {@link #unregister} would do now; changes nothing. */
  SettingsEdit previewUnregister(HomeFolder home);

  /**
   * Takes out the hooks of {@code home}'s project. If nobody has changed the settings since they
   * were registered, the file is then again what it was before, or gone if there was none.
   */
  SettingsEdit unregister(HomeFolder home);

  /** Which hooks {@code home}'s project has now, by its settings and by Engine's plugin. */
  HookStanding inspect(HomeFolder home);
}
