package dev.engine.mcp.tool;

import dev.engine.domain.Limit;
import dev.engine.domain.Listed;
import dev.engine.domain.Page;
import dev.engine.domain.priority.Level;
import dev.engine.domain.priority.Pool;
import dev.engine.domain.priority.Priority;
import dev.engine.domain.priority.PriorityFilter;
import dev.engine.domain.priority.PriorityId;
import dev.engine.domain.priority.PriorityText;
import dev.engine.mcp.input.Description;
import dev.engine.services.Engine;
import dev.engine.wire.PriorityJson;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What matters to the person. */
final class PriorityTools {

  private final Engine engine;

  PriorityTools(Engine engine) {
    this.engine = engine;
  }

  List<Tool<?>> tools() {
    return List.of(
        Tool.of(
            "priority_list",
            "List the person's open priorities, in the order that the person gave them.",
            Effect.READS,
            Filter.class,
            PrioritiesJson.class,
            this::list),
        Tool.of(
            "priority_add",
            "Add a priority at the end of one of the person's pools.",
            Effect.ADDS,
            Draft.class,
            PriorityJson.class,
            this::add),
        Tool.of(
            "priority_complete",
            "Mark a priority as done.",
            Effect.SETS,
            Which.class,
            PriorityJson.class,
            this::complete));
  }

  record Filter(
      @Description("one of the person's lists; left out: all") @Nullable Pool pool,
      @Nullable Limit limit) {}

  record Draft(
      PriorityText content,
      @Nullable Level level,
      @Description("the list it goes to; it is made if need be") Pool pool) {}

  record Which(PriorityId priority) {}

  private Answer<PrioritiesJson> list(Filter input, Calling calling) {
    Listed<Priority> found =
        engine
            .priorities()
            .list(
                PriorityFilter.open(input.pool()),
                Page.first(Objects.requireNonNullElse(input.limit(), Limit.DEFAULT)));
    return new Answer<>(
        new PrioritiesJson(
            found.items().stream().map(PriorityJson::of).toList(), found.next() != null),
        Said.list("priorities", found.items(), found.next() != null, PriorityTools::line));
  }

  private Answer<PriorityJson> add(Draft input, Calling calling) {
    Level level = Objects.requireNonNullElse(input.level(), Level.MEDIUM);
    Priority added = engine.priorities().add(input.content(), level, input.pool());
    return new Answer<>(PriorityJson.of(added), "added " + line(added));
  }

  private Answer<PriorityJson> complete(Which input, Calling calling) {
    Priority done = engine.priorities().complete(input.priority());
    return new Answer<>(PriorityJson.of(done), "done: " + line(done));
  }

  private static String line(Priority priority) {
    return "priority %s (%s) in %s: %s"
        .formatted(
            priority.id(),
            priority.level().wireName(),
            Said.quoted(priority.pool().name()),
            Said.quoted(priority.content().value()));
  }

  record PrioritiesJson(List<PriorityJson> items, boolean more) {}
}
