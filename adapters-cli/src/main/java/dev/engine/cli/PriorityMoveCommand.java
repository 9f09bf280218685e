package dev.engine.cli;

import dev.engine.domain.priority.Place;
import dev.engine.domain.priority.Pool;
import dev.engine.domain.priority.Priority;
import dev.engine.domain.priority.PriorityId;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "move",
    description = "Give an open priority another place.",
    footer = {"", "Example: engine priority move 3fa94c01 --before 77c0ffee"})
final class PriorityMoveCommand implements Runnable {

  private final Context context;

  @Parameters(paramLabel = "ID", description = "Priority id, 8 hex digits.")
  private PriorityId id;

  @ArgGroup(multiplicity = "1")
  private Target target;

  PriorityMoveCommand(Context context) {
    this.context = context;
  }

  /** The one option that says where to. */
  static final class Target {

    private Place place = new Place.Last();

    @Option(names = "--first", required = true, description = "To the front of its pool.")
    void first(boolean chosen) {
      place = new Place.First();
    }

    @Option(names = "--last", required = true, description = "To the end of its pool.")
    void last(boolean chosen) {
      place = new Place.Last();
    }

    @Option(
        names = "--before",
        paramLabel = "OTHER",
        required = true,
        description = "Right before this one of the same pool.")
    void before(PriorityId other) {
      place = new Place.Before(other);
    }

    @Option(
        names = "--pool",
        paramLabel = "NAME",
        required = true,
        description = "To the end of this pool.")
    void endOf(Pool pool) {
      place = new Place.EndOf(pool);
    }
  }

  @Override
  public void run() {
    Priority moved = context.engine().priorities().move(id, target.place);
    context.output().line(Priorities.sentence(moved));
  }
}
