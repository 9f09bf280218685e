package dev.engine.cli;

import dev.engine.domain.Listed;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.ping.Ping;
import dev.engine.domain.ping.PingFilter;
import dev.engine.domain.ping.PingFilter.Progress;
import dev.engine.wire.PingJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "list",
    description = "List pings, the newest first.",
    footer = {"", "Example: engine ping list --open"})
final class PingListCommand implements Runnable {

  private final Context context;

  @Option(names = "--open", description = "Only those that were not acknowledged yet.")
  private boolean open;

  @Option(names = "--conversation", paramLabel = "ID", description = "Only of this conversation.")
  private @Nullable ConversationId conversation;

  @Mixin private PageOptions pages;
  @Mixin private JsonOption json;

  PingListCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    PingFilter filter = new PingFilter(open ? Progress.OPEN : Progress.ANY, conversation);
    Listed<Ping> pings = context.engine().pings().list(filter, pages.page());
    Output output = context.output();
    json.print(
        output,
        () -> pings.items().stream().map(PingJson::of).toList(),
        () -> output.table(Pings.table(pings.items(), output), "No pings."));
    pages.more(output, pings);
  }
}
