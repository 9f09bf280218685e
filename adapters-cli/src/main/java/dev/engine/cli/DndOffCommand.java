package dev.engine.cli;

import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.quiet.QuietTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "off",
    description = "Let notices wake idle sessions again: ends what on and hours have set.",
    footer = {"", "Example: engine dnd off builder-3fa94c01"})
final class DndOffCommand implements Runnable {

  private final Context context;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "CONVERSATION",
      description = "Conversation id (default: the whole fleet).")
  private @Nullable ConversationId conversation;

  DndOffCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    List<QuietTime> ended = context.engine().quiet().end(conversation);
    String whom = QuietTimes.whom(conversation);
    if (ended.isEmpty()) {
      context.output().line(whom + ": nothing was set");
    }
    for (QuietTime time : ended) {
      context
          .output()
          .line("%s: no longer quiet %s".formatted(whom, QuietTimes.when(time.quiet())));
    }
  }
}
