package dev.engine.services;

import dev.engine.domain.error.EngineException.Conflict;
import dev.engine.domain.error.EngineException.NotFound;
import dev.engine.domain.install.ClaudeClients;
import dev.engine.domain.install.ClientVersion;
import dev.engine.domain.install.DatabaseSetup;
import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.install.HomeFolders;
import dev.engine.domain.install.HookRegistrations;
import dev.engine.domain.install.HookSetup;
import dev.engine.domain.install.Purge;
import dev.engine.domain.install.SettingsEdit;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Setting Engine up in a project, and taking it out again. Doing either twice is harmless. */
public final class Installation {

  private final HomeFolders folders;
  private final DatabaseSetup database;
  private final HookRegistrations hooks;
  private final Clients clients;

  /**
   * @param clients what is to run the hooks, and what they run
   */
  public Installation(
      HomeFolders folders, DatabaseSetup database, HookRegistrations hooks, Clients clients) {
    this.folders = folders;
    this.database = database;
    this.hooks = hooks;
    this.clients = clients;
  }

  /**
   * The two ends of a hook on this machine.
   *
   * @param command this distribution's {@code engine-hook}, as an absolute path
   */
  public record Clients(ClaudeClients installed, Path command) {}

  /**
   * What an initialisation did.
   *
   * @param made folders and files, in the order in which they were made; empty if all were there
   */
  public record Initialised(
      HookSetup setup, List<Path> made, DatabaseSetup.Prepared database, SettingsEdit settings) {}

  /**
   * Which hooks {@code home}'s project should have on this machine.
   *
   * @param chosen the client's version; null to ask the installed client
   */
  public HookSetup setup(HomeFolder home, @Nullable ClientVersion chosen) {
    ClientVersion client = chosen != null ? chosen : clients.installed().version().orElse(null);
    return new HookSetup(home, clients.command(), client);
  }

  /**
   * What {@link #init} would do to the settings; changes nothing.
   *
   * @throws Conflict if the settings are not what the client could read
   */
  public SettingsEdit preview(HookSetup setup) {
    return hooks.previewRegister(setup);
  }

  /**
   * Makes what is missing of the home and its database, and registers the hooks.
   *
   * @throws Conflict if the settings are not what the client could read, and then nothing is made;
   *     or if something else stands where a folder must be
   * @throws NotFound if there is no such project
   */
  public Initialised init(HookSetup setup) {
    hooks.previewRegister(setup); // first of all: it tells settings that cannot be edited
    List<Path> made = folders.make(setup.home());
    DatabaseSetup.Prepared prepared = database.prepare(setup.home());
    folders.close(setup.home());
    return new Initialised(setup, made, prepared, hooks.register(setup));
  }

  /**
   * What {@link #uninstall} would do to the settings; changes nothing.
   *
   * @throws Conflict if they are not what the client could read
   */
  public SettingsEdit previewUninstall(HomeFolder home) {
    return hooks.previewUnregister(home);
  }

  /**
   * Takes the hooks out and keeps everything that was stored.
   *
   * @throws Conflict if the settings are not what the client could read
   */
  public SettingsEdit uninstall(HomeFolder home) {
    return hooks.unregister(home);
  }

  /**
   * Deletes {@code home} with everything that was stored. Meant for after {@link #uninstall}, which
   * needs what is in it.
   *
   * @throws Conflict if it does not look like something Engine made, and then nothing is deleted
   */
  public void purge(HomeFolder home) {
    if (folders.purge(home) instanceof Purge.NotOurs notOurs) {
      throw new Conflict("%s was not deleted: %s".formatted(home, notOurs.reason()));
    }
  }

  /** Whether {@code home} is there. */
  public boolean exists(HomeFolder home) {
    return folders.exists(home);
  }
}
