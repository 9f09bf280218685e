package dev.engine.cli;

import dev.engine.domain.Listed;
import dev.engine.domain.conversation.ConversationSummary;
import dev.engine.wire.ConversationSummaryJson;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "list",
    description = "List conversations, the one joined last first.",
    footer = {
      "",
      "Examples: engine conversation list",
      "          engine conversation list --limit 20 --json"
    })
final class ConversationListCommand implements Runnable {

  private final Context context;

  @Mixin private PageOptions pages;
  @Mixin private JsonOption json;

  ConversationListCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    Listed<ConversationSummary> summaries = context.engine().sessions().conversations(pages.page());
    Output output = context.output();
    json.print(
        output,
        () -> summaries.items().stream().map(ConversationSummaryJson::of).toList(),
        () -> output.table(table(summaries.items(), output), "No conversations."));
    pages.more(output, summaries);
  }

  static Table table(List<ConversationSummary> summaries, Output output) {
    Table table = new Table("CONVERSATION", "SESSIONS", "WAITING", "SEEN", "STATE", "WORKS ON");
    for (ConversationSummary summary : summaries) {
      table.row(
          Cell.of(summary.id(), Tone.ACCENT),
          Cell.of(summary.sessionCount()),
          waiting(summary.waitingCount()),
          output.ago(summary.newest().report().lastSeenAt()),
          Sessions.state(summary.newest(), output),
          Sessions.worksOn(summary.newest()));
    }
    return table;
  }

  private static Cell waiting(int count) {
    return count == 0 ? Cell.of("-", Tone.MUTED) : Cell.of(Counts.of(count, "notice"), Tone.WARN);
  }
}
