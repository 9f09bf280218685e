package dev.engine.cli;

import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.journal.Event;
import dev.engine.domain.journal.EventFilter;
import dev.engine.domain.journal.KindPrefix;
import dev.engine.domain.session.SessionId;
import dev.engine.services.EventLog;
import dev.engine.wire.EventJson;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "tail",
    description = "Show the newest events, the newest last, and follow what happens if asked to.",
    footer = {
      "",
      "Example: engine events tail --follow --kind worker.",
      "With --follow and --json, each event is one line. Ctrl-C ends it."
    })
final class EventsTailCommand implements Runnable {

  /** Short beside what a person notices, long beside what a look costs. */
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

  private final Context context;

  @Option(
      names = {"-f", "--follow"},
      description = "Go on with every event that happens from now on.")
  private boolean follow;

  @Option(names = "--session", paramLabel = "ID", description = "Only of this session.")
  private @Nullable SessionId session;

  @Option(names = "--conversation", paramLabel = "ID", description = "Only of this conversation.")
  private @Nullable ConversationId conversation;

  @Option(
      names = "--kind",
      paramLabel = "PREFIX",
      description = "Only of kinds that begin so, such as worker. or session.ended.")
  private @Nullable KindPrefix kind;

  @Mixin private LimitOption limit;
  @Mixin private JsonOption json;

  EventsTailCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    EventFilter filter = new EventFilter(conversation, session, null, kind);
    EventLog log = context.engine().events();
    long head = log.head();
    List<Event> newest = log.before(head + 1, filter, limit.limit()).reversed();
    if (follow) {
      follow(log, filter, newest, head);
    } else {
      print(newest);
    }
  }

  private void print(List<Event> events) {
    Output output = context.output();
    json.print(
        output,
        () -> events.stream().map(EventJson::of).toList(),
        () -> output.table(Events.table(events), "No events."));
  }

  private void follow(EventLog log, EventFilter filter, List<Event> newest, long head) {
    printLines(newest);
    long seen = head;
    while (isStillWanted()) {
      long last = log.head();
      while (seen < last) {
        List<Event> next = log.after(seen, filter, limit.limit());
        printLines(next);
        boolean isFull = next.size() == limit.limit().rows();
        seen = isFull ? next.getLast().position() : last;
      }
    }
    context.output().farewell("followed until event " + seen);
  }

  /** Waits a moment, unless the person wants no more or nobody reads any more. */
  private boolean isStillWanted() {
    if (context.output().isCutOff()) {
      return false;
    }
    context.program().pauses().pause(BETWEEN_LOOKS);
    return !Thread.interrupted();
  }

  private void printLines(List<Event> events) {
    Output output = context.output();
    for (Event event : events) {
      json.printLine(output, () -> EventJson.of(event), () -> output.line(Events.line(event)));
    }
  }
}
