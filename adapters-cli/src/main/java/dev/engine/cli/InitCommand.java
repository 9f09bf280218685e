package dev.engine.cli;

import dev.engine.cli.SettingsEdits.SettingsEditJson;
import dev.engine.domain.install.ClientVersion;
import dev.engine.domain.install.DatabaseSetup;
import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.install.HookSetup;
import dev.engine.domain.install.HookVia;
import dev.engine.domain.install.SettingsEdit;
import dev.engine.services.Homes;
import dev.engine.services.Installation;
import dev.engine.services.Installation.Initialised;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "init",
    description = {
      "Set Engine up in a project: its home, its database, and its hooks in Claude Code's"
          + " settings.",
      "It also takes the place of your status line, from which it learns how full contexts are, and"
          + " shows yours.",
      "Doing it again is harmless, and right after Engine or Claude Code was updated."
    },
    footer = {
      "",
      "Example: engine init --dry-run",
      "         engine init --project ~/work --yes",
      "         engine init --via http"
    })
final class InitCommand implements Runnable {

  private final Context context;

  @Option(names = "--dry-run", description = "Only show what would change in the settings.")
  private boolean isDryRun;

  @Option(
      names = "--client-version",
      paramLabel = "V",
      description = "The Claude Code to write for, such as 2.1.330, instead of the installed one.")
  private @Nullable ClientVersion clientVersion;

  @Option(
      names = "--via",
      paramLabel = "WAY",
      description = {
        "How Claude Code hands an event over: ${COMPLETION-CANDIDATES}; as before where it is not"
            + " said, at first by the plugin if that is enabled, else by command.",
        "http makes the client post it by itself, which is faster, and loses events while no engine"
            + " serves. It needs Claude Code 2.1.63, and puts the engine's token into your own"
            + " settings.local.json: keep that out of version control.",
        "plugin leaves hooks and tools to Engine's plugin of Claude Code, in which you have them in"
            + " each project with a home."
      })
  private @Nullable HookVia via;

  @Mixin private ConsentOption consent;
  @Mixin private JsonOption json;

  InitCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    Installation installation = context.program().installation();
    HomeFolder home = Homes.of(context.projectOrHere());
    HookSetup setup = installation.setup(home, clientVersion, via);
    List<SettingsEdit> preview = installation.preview(setup);
    if (isDryRun) {
      json.print(
          context.output(),
          () -> preview.stream().map(SettingsEditJson::of).toList(),
          () -> SettingsEdits.print(context.output(), preview));
    } else if (consent.isGiven(context, "Set Engine up in " + home.project())) {
      Initialised initialised = installation.init(setup);
      json.print(context.output(), () -> InitJson.of(initialised), () -> print(initialised));
    } else {
      context.output().line("Nothing was changed.");
    }
  }

  private void print(Initialised initialised) {
    HookSetup setup = initialised.setup();
    Output output = context.output();
    output.line(Cell.of("Engine is set up in " + setup.home().project() + ".", Tone.PASS));
    output.field("home", setup.home() + (initialised.made().isEmpty() ? ", was there" : ", made"));
    output.field("database", database(initialised.database()));
    output.field("hooks", hooks(initialised));
    if (!(initialised.ownSettings() instanceof SettingsEdit.Unchanged)) {
      output.field(
          "http hooks",
          initialised.ownSettings().file()
              + ", "
              + SettingsEdits.change(initialised.ownSettings()));
    }
    output.field(
        "status line",
        initialised.statusLine().file() + ", " + SettingsEdits.change(initialised.statusLine()));
    output.field(
        "tools", initialised.server().file() + ", " + SettingsEdits.change(initialised.server()));
    output.field("client", client(setup.client()));
  }

  private static String hooks(Initialised initialised) {
    String settings =
        initialised.settings().file() + ", " + SettingsEdits.change(initialised.settings());
    return initialised.setup().via() == HookVia.PLUGIN
        ? "those of the plugin; " + settings
        : settings;
  }

  private static String database(DatabaseSetup.Prepared database) {
    String done =
        switch (database.change()) {
          case MADE -> "made";
          case MIGRATED -> "brought up to date";
          case NONE -> "was there";
        };
    return "schema version %d, %s".formatted(database.version(), done);
  }

  private static String client(@Nullable ClientVersion client) {
    return client == null
        ? "version unknown, so only events that every client knows"
        : "Claude Code " + client;
  }

  /** What was done, on the wire. */
  record InitJson(
      String project,
      List<String> made,
      DatabaseJson database,
      SettingsEditJson settings,
      SettingsEditJson ownSettings,
      SettingsEditJson statusLine,
      SettingsEditJson server,
      @Nullable String clientVersion) {

    /** The database on the wire. */
    record DatabaseJson(String change, int version) {}

    static InitJson of(Initialised initialised) {
      HookSetup setup = initialised.setup();
      DatabaseSetup.Prepared database = initialised.database();
      ClientVersion client = setup.client();
      return new InitJson(
          setup.home().project().toString(),
          initialised.made().stream().map(Path::toString).toList(),
          new DatabaseJson(database.change().wireName(), database.version()),
          SettingsEditJson.of(initialised.settings()),
          SettingsEditJson.of(initialised.ownSettings()),
          SettingsEditJson.of(initialised.statusLine()),
          SettingsEditJson.of(initialised.server()),
          client == null ? null : client.toString());
    }
  }
}
