package dev.engine.cli;

import dev.engine.domain.attention.AttentionItem;
import dev.engine.domain.session.SessionId;
import dev.engine.wire.AttentionItemJson;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "attention",
    description = "List what waits for you, the worst first, then the oldest.",
    subcommands = {
      AttentionAckCommand.class,
      AttentionSnoozeCommand.class,
      AttentionAnswerCommand.class
    })
final class AttentionCommand implements Runnable {

  private final Context context;

  @Mixin private LimitOption limit;
  @Mixin private JsonOption json;

  AttentionCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    List<AttentionItem> items = context.engine().attention().list(limit.limit());
    Output output = context.output();
    json.print(
        output,
        () -> json(items),
        () -> output.table(table(items, output), "Nothing waits for you."));
  }

  private List<AttentionItemJson> json(List<AttentionItem> items) {
    Map<String, SessionId> panes = context.engine().attention().panes(items);
    return items.stream().map(item -> AttentionItemJson.of(item, panes.get(item.id()))).toList();
  }

  private static Table table(List<AttentionItem> items, Output output) {
    Table table = new Table("URGENCY", "WAITS", "CONVERSATION", "WHAT TO DO", "REASON");
    for (AttentionItem item : items) {
      table.row(
          Pings.urgency(item.urgency()),
          output.ago(item.since()),
          Pings.conversation(item.conversation()),
          Cell.of(item.remedy(), Tone.ACCENT),
          Cell.of(item.reason()));
    }
    return table;
  }
}
