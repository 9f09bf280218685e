package dev.engine.cli;

import static dev.engine.domain.session.Continuation.STARTUP;

import dev.engine.domain.Page;
import dev.engine.domain.conversation.ConversationSummary;
import dev.engine.domain.error.EngineException.Conflict;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.install.HookVia;
import dev.engine.domain.notification.NotificationFilter;
import dev.engine.services.Engine;
import dev.engine.services.Homes;
import dev.engine.services.Installation;
import dev.engine.services.ServingControl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "demo",
    description = {
      "Replay a recorded fleet through the installed hooks into a scratch project, and show it. In"
          + " a terminal an engine then serves it, with the link to its dashboard.",
      "Nothing of yours is touched."
    },
    footer = {"", "Examples: engine demo", "          engine demo --in /tmp/fleet"})
final class DemoCommand implements Runnable {

  private final Context context;

  @Option(
      names = "--in",
      paramLabel = "DIR",
      description = "The unused folder to take, instead of a new one among the temporary files.")
  private @Nullable Path chosen;

  DemoCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    Path project = project();
    Installation installation = context.program().installation();
    HomeFolder home = Homes.of(project);
    installation.init(installation.setup(home, null, HookVia.COMMAND));

    replay(context.program().demo(home), project);
    print(home);
  }

  private void replay(DemoRun demo, Path project) {
    Output output = context.output();
    output.line(
        "Replaying %s of Claude Code, each through a hook process of its own, into %s"
            .formatted(Counts.of(demo.eventCount(), "recorded event"), project));
    output.terminal().out().flush(); // before the bar, and in case somebody does not wait for it
    try (TaskBar bar = new TaskBar(output.terminal(), "replaying")) {
      demo.replay(project, done -> bar.report(done, demo.eventCount()));
    }
  }

  private void print(HomeFolder home) {
    Output output = context.output();
    Engine engine = context.program().engine(home);
    List<ConversationSummary> conversations = engine.sessions().conversations(Page.FIRST).items();

    heading("The fleet: one line for each conversation");
    output.table(ConversationListCommand.table(conversations, output), "No conversations.");
    heading("What came before: a conversation survives /clear, /compact and --resume");
    conversations.stream()
        .map(summary -> engine.sessions().conversation(summary.id()))
        .filter(conversation -> conversation.newest().origin().continuation() != STARTUP)
        .forEach(
            conversation -> {
              output.emptyLine();
              Lineage.print(conversation, output);
            });
    heading("Notices, and when their conversation was told");
    output.table(
        NotificationListCommand.table(
            engine.notifications().list(NotificationFilter.ALL, Page.FIRST).items(), output),
        "None.");
    output.emptyLine();
    output.line("Look around: engine status --project " + home.project());
    show(home);
  }

  /** Whoever looks on is shown it alive; a script is left with nothing that runs on. */
  private void show(HomeFolder home) {
    Output output = context.output();
    if (!output.terminal().isInteractive()) {
      output.line("See it alive: engine up --project " + home.project());
      return;
    }
    ServingControl control = context.program().serving();
    control.start(home);
    output.field("dashboard", control.dashboardLink(home));
    output.field("again", "engine dashboard --project " + home.project());
    output.field("stop", "engine down --project " + home.project());
  }

  private void heading(String text) {
    context.output().emptyLine();
    context.output().line(Cell.of(text, Tone.HEADING));
  }

  /** What is made up here must not get among what is real. */
  private static Path unused(Path folder) {
    if (Files.exists(folder.resolve(".engine")) || Files.exists(folder.resolve(".claude"))) {
      throw new Conflict(
          "%s is in use: the demo wants a folder without .engine and .claude".formatted(folder));
    }
    return folder;
  }

  private Path project() {
    try {
      return chosen == null
          ? Files.createTempDirectory("engine-demo-")
          : Files.createDirectories(unused(context.path(chosen)));
    } catch (IOException failure) {
      throw new StorageUnavailable(
          "the demo's folder cannot be made: " + failure.getMessage(), failure);
    }
  }
}
