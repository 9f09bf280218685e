package dev.engine.cli;

import dev.engine.domain.attention.AttentionItem;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
        items.stream().map(AttentionItemJson::of).toList(),
        () -> output.table(table(items, output), "Nothing waits for you."));
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

  /**
   * One thing that waits for the person on the wire.
   *
   * @param since ISO-8601 in UTC
   * @param subjectId the id of what it is about, the number of a migration, or {@code spool}
   * @param conversationId absent if it belongs to none
   */
  record AttentionItemJson(
      String kind,
      String urgency,
      String since,
      String subjectId,
      @Nullable String conversationId,
      String reason,
      String remedy) {

    static AttentionItemJson of(AttentionItem item) {
      return new AttentionItemJson(
          item.kind().wireName(),
          item.urgency().wireName(),
          item.since().toString(),
          item.subject(),
          item.conversation() == null ? null : item.conversation().value(),
          item.reason(),
          item.remedy());
    }
  }
}
