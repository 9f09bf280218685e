package dev.engine.services;

import dev.engine.domain.error.EngineException.Conflict;
import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.error.EngineException.NotFound;
import dev.engine.domain.install.ClaudeClients;
import dev.engine.domain.install.ClientVersion;
import dev.engine.domain.install.DatabaseSetup;
import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.install.HomeFolders;
import dev.engine.domain.install.HookPosts;
import dev.engine.domain.install.HookRegistrations;
import dev.engine.domain.install.HookSetup;
import dev.engine.domain.install.HookVia;
import dev.engine.domain.install.PostSetup;
import dev.engine.domain.install.PostTarget;
import dev.engine.domain.install.Purge;
import dev.engine.domain.install.SettingsEdit;
import dev.engine.domain.install.StatusLines;
import dev.engine.domain.install.ToolServers;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Setting Engine up in a project, and taking it out again. Doing either twice is harmless. */
public final class Installation {

  /** Stands for a token where only the rest is of interest. */
  private static final String NOT_DRAWN = "not drawn yet";

  private final HomeFolders folders;
  private final DatabaseSetup database;
  private final HookRegistrations hooks;
  private final StatusLines statusLines;
  private final ToolServers servers;
  private final Posting posting;
  private final Clients clients;

  /**
   * @param registered where the client is told of Engine
   * @param clients what is to run the hooks, and what they run
   */
  public Installation(
      HomeFolders folders,
      DatabaseSetup database,
      Registered registered,
      Posting posting,
      Clients clients) {
    this.folders = folders;
    this.database = database;
    this.hooks = registered.hooks();
    this.statusLines = registered.statusLines();
    this.servers = registered.servers();
    this.posting = posting;
    this.clients = clients;
  }

  /** What the client runs for Engine. */
  public record Registered(HookRegistrations hooks, StatusLines statusLines, ToolServers servers) {}

  /**
   * What HTTP hooks take.
   *
   * @param port of a home's engine
   * @param token of a home's engine, which is there; drawn at first need
   */
  public record Posting(
      HookPosts hooks, ToIntFunction<HomeFolder> port, Function<HomeFolder, String> token) {}

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
   * @param settings what became of the shared settings
   * @param ownSettings what became of the person's own, for HTTP hooks
   * @param statusLine what became of the person's own, for the status line
   * @param server what became of the project's servers of tools
   */
  public record Initialised(
      HookSetup setup,
      List<Path> made,
      DatabaseSetup.Prepared database,
      SettingsEdit settings,
      SettingsEdit ownSettings,
      SettingsEdit statusLine,
      SettingsEdit server) {}

  /**
   * Which hooks {@code home}'s project should have on this machine.
   *
   * @param chosen the client's version; null to ask the installed client
   * @param via null for the way that is registered now; where none is, by the plugin if it is
   *     enabled, else by command
   */
  public HookSetup setup(HomeFolder home, @Nullable ClientVersion chosen, @Nullable HookVia via) {
    ClientVersion client = chosen != null ? chosen : clients.installed().version().orElse(null);
    return new HookSetup(home, clients.command(), client, via != null ? via : registeredVia(home));
  }

  private HookVia registeredVia(HomeFolder home) {
    if (!posting.hooks().events(home).isEmpty()) {
      return HookVia.HTTP;
    }
    return hooks.inspect(home).isByPlugin() ? HookVia.PLUGIN : HookVia.COMMAND;
  }

  /**
   * What {@link #init} would do to the person's own settings and to the shared ones; changes
   * nothing.
   *
   * @throws Conflict if the settings are not what the client could read
   * @throws InvalidInput if the client knows no HTTP hooks and they are wanted
   */
  public List<SettingsEdit> preview(HookSetup setup) {
    SettingsEdit own = previewOwn(setup);
    SettingsEdit line = statusLines.previewRegister(setup);
    return setup.via() == HookVia.PLUGIN
        ? List.of(
            own,
            line,
            servers.previewUnregister(setup.home()),
            hooks.previewUnregister(setup.home()))
        : List.of(own, line, servers.previewRegister(setup), hooks.previewRegister(setup));
  }

  private SettingsEdit previewOwn(HookSetup setup) {
    return switch (setup.via()) {
      case COMMAND, PLUGIN -> posting.hooks().previewUnregister(setup.home());
      case HTTP -> posting.hooks().previewRegister(posts(setup));
    };
  }

  /** The token is drawn where it is kept, so not before there is a home. */
  private PostSetup posts(HookSetup setup) {
    HomeFolder home = setup.home();
    String token = folders.exists(home) ? posting.token().apply(home) : NOT_DRAWN;
    return PostSetup.of(setup, new PostTarget(posting.port().applyAsInt(home), token));
  }

  /**
   * Makes what is missing of the home and its database, and registers hooks and status line; by the
   * plugin, the status line alone, which a plugin cannot set.
   *
   * @throws Conflict if the settings are not what the client could read, and then nothing is made;
   *     or if something else stands where a folder must be
   * @throws InvalidInput if the client knows no HTTP hooks and they are wanted; nothing is made
   * @throws NotFound if there is no such project
   */
  public Initialised init(HookSetup setup) {
    preview(setup); // first of all: it tells settings that cannot be edited
    List<Path> made = folders.make(setup.home());
    DatabaseSetup.Prepared prepared = database.prepare(setup.home());
    folders.close(setup.home());
    makeRoom(setup);
    return switch (setup.via()) {
      // What goes out first: better that an event is lost in between than that it comes twice.
      case COMMAND -> {
        SettingsEdit own = posting.hooks().unregister(setup.home());
        SettingsEdit shared = hooks.register(setup);
        SettingsEdit line = statusLines.register(setup);
        yield new Initialised(setup, made, prepared, shared, own, line, servers.register(setup));
      }
      case HTTP -> {
        SettingsEdit shared = hooks.register(setup);
        SettingsEdit own = posting.hooks().register(posts(setup));
        SettingsEdit line = statusLines.register(setup);
        yield new Initialised(setup, made, prepared, shared, own, line, servers.register(setup));
      }
      case PLUGIN -> {
        SettingsEdit own = posting.hooks().unregister(setup.home());
        SettingsEdit server = servers.unregister(setup.home());
        SettingsEdit shared = hooks.unregister(setup.home());
        SettingsEdit line = statusLines.register(setup);
        yield new Initialised(setup, made, prepared, shared, own, line, server);
      }
    };
  }

  /**
   * HTTP hooks and the status line are put into one file. Each remembers what was there before it,
   * so what came last goes out first.
   */
  private void makeRoom(HookSetup setup) {
    boolean isInTheWay =
        switch (statusLines.inspect(setup.home())) {
          case OURS, OUTDATED -> true;
          case FOREIGN, NONE -> false;
        };
    if (isInTheWay && !(previewOwn(setup) instanceof SettingsEdit.Unchanged)) {
      statusLines.unregister(setup.home());
    }
  }

  /**
   * What {@link #uninstall} would do to the person's own settings and to the shared ones; changes
   * nothing.
   *
   * @throws Conflict if they are not what the client could read
   */
  public List<SettingsEdit> previewUninstall(HomeFolder home) {
    return List.of(
        statusLines.previewUnregister(home),
        posting.hooks().previewUnregister(home),
        servers.previewUnregister(home),
        hooks.previewUnregister(home));
  }

  /**
   * Takes hooks and status line out and keeps everything that was stored.
   *
   * @return what became of the person's own settings, twice, of the servers of tools, and of the
   *     shared settings
   * @throws Conflict if the settings are not what the client could read
   */
  public List<SettingsEdit> uninstall(HomeFolder home) {
    // In this order: the shared ones were there first, and their folder goes with the last.
    SettingsEdit line = statusLines.unregister(home);
    SettingsEdit own = posting.hooks().unregister(home);
    return List.of(line, own, servers.unregister(home), hooks.unregister(home));
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

  /** Whether Engine's plugin is enabled for {@code home}'s project, which nothing here changes. */
  public boolean hasPlugin(HomeFolder home) {
    return hooks.inspect(home).hasPlugin();
  }

  /** Whether {@code home} is there. */
  public boolean exists(HomeFolder home) {
    return folders.exists(home);
  }
}
