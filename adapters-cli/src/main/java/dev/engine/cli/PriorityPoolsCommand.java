package dev.engine.cli;

import dev.engine.domain.priority.PoolSummary;
import dev.engine.wire.PoolJson;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "pools",
    description = "List pools by name, and how much is open and done in each.",
    footer = {"", "Example: engine priority pools --json"})
final class PriorityPoolsCommand implements Runnable {

  private final Context context;

  @Mixin private LimitOption limit;
  @Mixin private JsonOption json;

  PriorityPoolsCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    List<PoolSummary> pools = context.engine().priorities().pools(limit.limit());
    json.print(
        context.output(),
        () -> pools.stream().map(PoolJson::of).toList(),
        () -> context.output().table(table(pools), "No pools: no priority was added yet."));
  }

  private static Table table(List<PoolSummary> pools) {
    Table table = new Table("POOL", "OPEN", "DONE");
    for (PoolSummary pool : pools) {
      table.row(Cell.of(pool.pool()), Cell.of(pool.openCount()), Cell.of(pool.doneCount()));
    }
    return table;
  }
}
