package dev.engine.domain.install;

import dev.engine.domain.error.EngineException.Conflict;
import dev.engine.domain.error.EngineException.StorageUnavailable;

/**
 * Engine's place in the client's status line, by which it learns how full contexts are.
 *
 * <p>A client has one status line. Engine takes its place in the person's own settings of the
 * project, and runs whichever line was in force there before. What the person makes of it later is
 * theirs and stays. Each change of the settings is one atomic replacement of the file. Any method
 * may throw {@link Conflict} if the settings are not what the client could read, and then they are
 * left alone, and {@link StorageUnavailable} if they cannot be read or written. {@code
 * StatusLinesContract} is this interface in tests.
 */
public interface StatusLines {

  /** What {@link #register} would do now; changes nothing. */
  SettingsEdit previewRegister(HookSetup setup);

  /**
   * Has the client run the command of {@code setup} for its status line, and that the line which is
   * in force otherwise. Unchanged where the person has put another in its place since, or the line
   * in force is none that can be run.
   */
  SettingsEdit register(HookSetup setup);

  /** What {@link #unregister} would do now; changes nothing. */
  SettingsEdit previewUnregister(HomeFolder home);

  /** Puts back what was in the place of Engine's, which may be nothing, to the byte. */
  SettingsEdit unregister(HomeFolder home);

  /** What the client of {@code home}'s project draws now. */
  StatusLineStanding inspect(HomeFolder home);
}
