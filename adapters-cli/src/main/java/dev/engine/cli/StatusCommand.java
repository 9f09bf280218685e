package dev.engine.cli;

import dev.engine.domain.Limit;
import dev.engine.domain.Page;
import dev.engine.domain.conversation.ConversationSummary;
import dev.engine.domain.database.BackupStanding;
import dev.engine.domain.database.CopyStanding;
import dev.engine.domain.hook.HookBacklog;
import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.serving.Endpoint;
import dev.engine.domain.serving.ServingEngine;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionFilter;
import dev.engine.wire.BackupStandingJson;
import dev.engine.wire.ConversationSummaryJson;
import dev.engine.wire.CopyStandingJson;
import dev.engine.wire.SessionJson;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "status",
    description = "Show the fleet: what lives, what waits, what was last.",
    footer = {"", "Examples: engine status", "          engine status --project /srv/app --json"})
final class StatusCommand implements Runnable {

  private static final Page ENOUGH = Page.first(new Limit(1_000));

  private final Context context;

  @Mixin private JsonOption json;

  StatusCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    HomeFolder home = context.home();
    List<Session> live = context.engine().sessions().list(SessionFilter.LIVE, ENOUGH).items();
    List<ConversationSummary> conversations =
        context.engine().sessions().conversations(ENOUGH).items();
    HookBacklog backlog = context.engine().hooks().backlog();
    BackupStanding backups = context.backups().standing();
    CopyStanding copy = context.program().copy(home).orElse(null);
    ServingEngine engine = context.program().serving().find(home).orElse(null);
    json.print(
        context.output(),
        () ->
            new StatusJson(
                home.project().toString(),
                engine == null ? null : EngineJson.of(engine),
                live.stream().map(SessionJson::of).toList(),
                conversations.stream().map(ConversationSummaryJson::of).toList(),
                new SpoolJson(backlog.waitingCount(), backlog.setAsideCount()),
                BackupStandingJson.of(backups),
                CopyStandingJson.writtenDown(copy)),
        () -> {
          print(home, live, conversations, engine);
          print(backlog);
          print(backups);
          print(copy, engine != null);
        });
  }

  private void print(@Nullable CopyStanding copy, boolean isServed) {
    if (copy != null) {
      Tone tone = copy.trouble() == null && isServed ? Tone.MUTED : Tone.WARN;
      context
          .output()
          .line(Cell.of("copy: " + Database.standing(copy, isServed, context.now()), tone));
    }
  }

  /** Nothing, as long as all is stored. */
  private void print(HookBacklog backlog) {
    if (!backlog.isEmpty()) {
      Output output = context.output();
      output.emptyLine();
      output.line(
          Cell.of(
              "spool: %s waiting, %d set aside; `engine doctor` says more"
                  .formatted(Counts.of(backlog.waitingCount(), "event"), backlog.setAsideCount()),
              Tone.WARN));
    }
  }

  private void print(BackupStanding backups) {
    Output output = context.output();
    output.emptyLine();
    output.line(
        Cell.of(
            "backups: " + Database.standing(backups, context.now()),
            backups.trouble() == null ? Tone.MUTED : Tone.WARN));
  }

  private void print(
      HomeFolder home,
      List<Session> live,
      List<ConversationSummary> conversations,
      @Nullable ServingEngine engine) {
    Output output = context.output();
    output.line(Cell.of(headline(home, live, conversations), Tone.HEADING));
    output.line(
        Cell.of(
            engine == null
                ? "No engine serves it; `engine up` starts one."
                : "An engine serves it: %s.".formatted(engine.description()),
            Tone.MUTED));
    output.emptyLine();
    output.table(
        ConversationListCommand.table(conversations, output),
        "No session has fired a hook yet. Start one in %s.".formatted(home.project()));
  }

  private static String headline(
      HomeFolder home, List<Session> live, List<ConversationSummary> conversations) {
    int waiting = conversations.stream().mapToInt(ConversationSummary::waitingCount).sum();
    return "%s: %d live in %s, %s waiting"
        .formatted(
            home.project(),
            live.size(),
            Counts.of(conversations.size(), "conversation"),
            Counts.of(waiting, "notice"));
  }

  /** The fleet on the wire; without an engine where none serves it, or a copy where none is. */
  record StatusJson(
      String project,
      @Nullable EngineJson engine,
      List<SessionJson> live,
      List<ConversationSummaryJson> conversations,
      SpoolJson spool,
      BackupStandingJson backups,
      @Nullable CopyStandingJson copy) {}

  /** What hooks have left behind on the wire. */
  record SpoolJson(int waitingCount, int setAsideCount) {}

  /**
   * An engine that serves, on the wire.
   *
   * @param url null while it is starting
   */
  record EngineJson(long pid, @Nullable Instant startedAt, @Nullable URI url) {

    static EngineJson of(ServingEngine engine) {
      Endpoint endpoint = engine.endpoint();
      return new EngineJson(
          engine.process().pid(),
          engine.process().startedAt(),
          endpoint == null ? null : endpoint.uri());
    }
  }
}
