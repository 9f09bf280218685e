package dev.engine.domain.install;

import dev.engine.domain.error.EngineException.Conflict;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.util.List;

/**
 * Engine's HTTP hooks in the settings that one person has for a project beside the shared ones.
 * They hold the engine's token, so nobody but the owner may read them, and no edit tells it.
 *
 * <p>Everything else in those settings stays as it is, to the byte. Each change is one atomic
 * replacement of the file. Any method may throw {@link Conflict} if the settings are not what the
 * client could read, and then they are left alone, and {@link StorageUnavailable} if they cannot be
 * read or written. {@code HookPostsContract} is this interface in tests.
 */
public interface HookPosts {

  /** What {@link #register} would do now; changes nothing. */
  SettingsEdit previewRegister(PostSetup setup);

  /** Registers exactly the hooks of {@code setup}, in place of any that were registered before. */
  SettingsEdit register(PostSetup setup);

  /** What {@link #unregister} would do now; changes nothing. */
  SettingsEdit previewUnregister(HomeFolder home);

  /**
   * Takes out the hooks of {@code home}'s project. If nobody has changed the settings since they
   * were registered, the file is then again what it was before, or gone if there was none.
   */
  SettingsEdit unregister(HomeFolder home);

  /** The events that are posted in {@code home}'s project, in the order of the settings. */
  List<String> events(HomeFolder home);
}
