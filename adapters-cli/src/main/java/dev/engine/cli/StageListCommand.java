package dev.engine.cli;

import dev.engine.domain.Listed;
import dev.engine.domain.content.StagedFilter;
import dev.engine.domain.content.StagedFilter.Progress;
import dev.engine.domain.content.StagedItem;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.wire.StagedItemJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "list",
    description = "List what waits for you, the newest first.",
    footer = {
      "",
      "Examples: engine stage list",
      "          engine stage list --all --conversation chief-2026-01-05"
    })
final class StageListCommand implements Runnable {

  private final Context context;

  @Option(names = "--all", description = "Also what is settled.")
  private boolean all;

  @Option(names = "--conversation", paramLabel = "ID", description = "Only of this conversation.")
  private @Nullable ConversationId conversation;

  @Mixin private PageOptions pages;
  @Mixin private JsonOption json;

  StageListCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    StagedFilter filter = new StagedFilter(all ? Progress.ANY : Progress.STAGED, conversation);
    Listed<StagedItem> items = context.engine().portal().list(filter, pages.page());
    Output output = context.output();
    json.print(
        output,
        () -> items.items().stream().map(StagedItemJson::of).toList(),
        () -> output.table(Staged.table(items.items(), output), "Nothing is staged."));
    pages.more(output, items);
  }
}
