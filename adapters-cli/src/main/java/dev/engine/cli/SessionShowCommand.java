package dev.engine.cli;

import dev.engine.domain.Limit;
import dev.engine.domain.context.Forecast;
import dev.engine.domain.journal.Event;
import dev.engine.domain.journal.EventFilter;
import dev.engine.domain.session.Client;
import dev.engine.domain.session.ContextGauge;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionId;
import dev.engine.wire.SessionJson;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "show",
    description = "Show one session and what last happened in it.",
    footer = {"", "Example: engine session show 3fa94c01 --json"})
final class SessionShowCommand implements Runnable {

  /** As much of the timeline as fits below the rest. */
  private static final Limit NEWEST = new Limit(10);

  private final Context context;

  @Parameters(paramLabel = "ID", description = "Session id, 8 hex digits.")
  private SessionId id;

  @Mixin private JsonOption json;

  SessionShowCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    Session session = context.engine().sessions().show(id);
    Forecast forecast = context.engine().contexts().forecast(session).orElse(null);
    json.print(
        context.output(),
        () -> SessionJson.of(session, forecast),
        () -> {
          print(session, forecast);
          printTimeline();
        });
  }

  private void printTimeline() {
    EventFilter timeline = EventFilter.of(id);
    List<Event> newest = context.engine().events().latest(timeline, NEWEST).reversed();
    Output output = context.output();
    output.emptyLine();
    output.table(Events.table(newest), "Its journal is empty.");
  }

  private void print(Session session, @Nullable Forecast forecast) {
    Output output = context.output();
    Client client = session.client();
    output.line(Cell.of("session " + session.id(), Tone.HEADING));
    output.field("state", Sessions.state(session.state(), output).text());
    output.field(
        "works on", session.report().status() == null ? null : session.report().status().value());
    output.field("context", context(session.report().context().gauge(), forecast));
    output.field("role", session.assignment().role() + ", " + session.assignment().mode());
    output.field("conversation", session.conversation());
    output.field("continuation", session.origin().continuation());
    output.field("follows", session.origin().previous());
    output.field("started", session.origin().startedAt());
    output.field("last seen", session.report().lastSeenAt());
    output.field("quiet since", session.quietSince(output.now()).orElse(null));
    output.field("claude session", session.claudeId());
    output.field("model", client.model());
    output.field("directory", client.cwd());
    output.field("transcript", client.transcriptPath());
    output.field("process", client.process() == null ? null : client.process().pid());
    output.field("tmux", client.tmuxPane());
  }

  private @Nullable String context(ContextGauge gauge, @Nullable Forecast forecast) {
    if (gauge.percent() == null || gauge.readAt() == null) {
      return null;
    }
    String now =
        "%d%% full, read %s ago".formatted(gauge.percent(), context.output().since(gauge.readAt()));
    return forecast == null
        ? now
        : "%s; %d%% after about %d more minutes of such work"
            .formatted(now, forecast.level().percent(), forecast.after().toMinutes());
  }
}
