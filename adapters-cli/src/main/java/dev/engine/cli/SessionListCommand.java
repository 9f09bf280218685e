package dev.engine.cli;

import dev.engine.domain.Listed;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.session.Role;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionFilter;
import dev.engine.domain.session.SessionFilter.Life;
import dev.engine.wire.SessionJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "list",
    description = "List sessions, the newest first.",
    footer = {"", "Example: engine session list --live --role builder"})
final class SessionListCommand implements Runnable {

  private final Context context;

  @Option(names = "--live", description = "Only those that go on.")
  private boolean live;

  @Option(names = "--role", description = "Only of this role: ${COMPLETION-CANDIDATES}.")
  private @Nullable Role role;

  @Option(names = "--conversation", paramLabel = "ID", description = "Only of this conversation.")
  private @Nullable ConversationId conversation;

  @Mixin private PageOptions pages;
  @Mixin private JsonOption json;

  SessionListCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    SessionFilter filter = new SessionFilter(live ? Life.LIVE : Life.ANY, role, conversation);
    Listed<Session> sessions = context.engine().sessions().list(filter, pages.page());
    Output output = context.output();
    json.print(
        output,
        () -> sessions.items().stream().map(SessionJson::of).toList(),
        () -> output.table(Sessions.table(sessions.items(), output), "No sessions."));
    pages.more(output, sessions);
  }
}
