package dev.engine.cli;

import dev.engine.domain.Listed;
import dev.engine.domain.TimeSpan;
import dev.engine.domain.priority.Pool;
import dev.engine.domain.priority.Priority;
import dev.engine.domain.priority.PriorityFilter;
import dev.engine.domain.priority.PriorityFilter.Which;
import dev.engine.wire.PriorityJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "list",
    description = "List priorities: open ones in their order, done ones the newest first.",
    footer = {
      "",
      "Examples: engine priority list --pool errands",
      "          engine priority list --carried-over 1d    what is open since yesterday or longer",
      "          engine priority list --done 7d            what was done in the last week"
    })
final class PriorityListCommand implements Runnable {

  private final Context context;

  @Option(names = "--pool", paramLabel = "NAME", description = "Only of this pool.")
  private @Nullable Pool pool;

  @ArgGroup private @Nullable Since since;

  @Mixin private PageOptions pages;
  @Mixin private JsonOption json;

  PriorityListCommand(Context context) {
    this.context = context;
  }

  /** What is listed instead of all that is open. */
  static final class Since {

    @Option(
        names = "--carried-over",
        paramLabel = "SPAN",
        description = "What was added longer ago than SPAN, such as 1d, and is still open.")
    private @Nullable TimeSpan carriedOver;

    @Option(
        names = "--done",
        paramLabel = "SPAN",
        description = "What was done within SPAN, such as 7d.")
    private @Nullable TimeSpan done;
  }

  @Override
  public void run() {
    PriorityFilter filter = new PriorityFilter(pool, which());
    Listed<Priority> priorities = context.engine().priorities().list(filter, pages.page());
    Output output = context.output();
    json.print(
        output,
        () -> priorities.items().stream().map(PriorityJson::of).toList(),
        () -> output.table(Priorities.table(priorities.items(), output), "No priorities."));
    pages.more(output, priorities);
  }

  private Which which() {
    if (since != null && since.carriedOver != null) {
      return new Which.CarriedOver(context.now().minus(since.carriedOver.length()));
    }
    if (since != null && since.done != null) {
      return new Which.DoneSince(context.now().minus(since.done.length()));
    }
    return new Which.Open();
  }
}
