package dev.engine.domain.install;

import dev.engine.domain.error.EngineException.Conflict;
import dev.engine.domain.error.EngineException.StorageUnavailable;

/**
 * Engine's place among the servers of tools that the client starts in a project, for everybody who
 * works there.
 *
 * <p>Each change is one atomic replacement of the file. Any method may throw {@link Conflict} if
 * the file is not what the client could read, and then it is left alone, and {@link
 * StorageUnavailable} if it cannot be read or written.
 */
public interface ToolServers {

  /** What {@link #register} would do now; changes nothing. */
  SettingsEdit previewRegister(HookSetup setup);

  /** Has the client start Engine's server beside the others, with what {@code setup} names. */
  SettingsEdit register(HookSetup setup);

  /** What {@link #unregister} would do now; changes nothing. */
  SettingsEdit previewUnregister(HomeFolder home);

  /** Takes Engine's server out; if nobody else has changed the file since, to the byte. */
  SettingsEdit unregister(HomeFolder home);
}
