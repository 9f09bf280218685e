package dev.engine.cli;

import dev.engine.domain.quiet.QuietTime;
import dev.engine.wire.QuietTimeJson;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "dnd",
    description = {
      "Do not disturb: when no notice wakes a session that does nothing. In its turns it is told.",
      "Without a verb: what is set."
    },
    subcommands = {DndOnCommand.class, DndOffCommand.class, DndHoursCommand.class})
final class DndCommand implements Runnable {

  private final Context context;

  @Mixin private JsonOption json;

  DndCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    List<QuietTime> times = context.engine().quiet().list();
    json.print(
        context.output(),
        () -> times.stream().map(QuietTimeJson::of).toList(),
        () -> context.output().table(table(times), "Nothing is set: notices wake idle sessions."));
  }

  private Table table(List<QuietTime> times) {
    Table table = new Table("FOR", "QUIET", "NOW");
    for (QuietTime time : times) {
      table.row(
          Cell.of(QuietTimes.whom(time.conversation())),
          Cell.of(QuietTimes.when(time.quiet())),
          Cell.of(time.quiet().covers(context.now()) ? "quiet" : "-"));
    }
    return table;
  }
}
