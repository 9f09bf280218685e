package dev.engine.domain.install;

import dev.engine.domain.error.EngineException.InvalidInput;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Which hooks a project is to have.
 *
 * @param home where they are to store what they are told
 * @param command the program that a hook runs: an absolute path whose last part is {@link #PROGRAM}
 * @param client the version that will read the settings; null where it is not known, and then
 *     nothing is written that some version could not read
 * @param via by {@link HookVia#HTTP}, only the events are registered that cannot be posted; by
 *     {@link HookVia#PLUGIN}, none
 */
public record HookSetup(
    HomeFolder home, Path command, @Nullable ClientVersion client, HookVia via) {

  /** The file name by which a hook, with its arguments, is known as Engine's. */
  public static final String PROGRAM = "engine-hook";

  /**
   * @throws InvalidInput unless {@code command} is absolute and ends in {@link #PROGRAM}
   */
  public HookSetup {
    if (!command.isAbsolute() || !command.endsWith(PROGRAM)) {
      throw new InvalidInput(
          "hook command", "an absolute path that ends in " + PROGRAM, command.toString());
    }
    command = command.normalize();
  }

  /** Hooks that run {@code command} for every event. */
  public HookSetup(HomeFolder home, Path command, @Nullable ClientVersion client) {
    this(home, command, client, HookVia.COMMAND);
  }
}
