package dev.engine.http.resource;

import dev.engine.domain.Listed;
import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.id.WireName;
import dev.engine.domain.priority.Amendment;
import dev.engine.domain.priority.Level;
import dev.engine.domain.priority.Place;
import dev.engine.domain.priority.Pool;
import dev.engine.domain.priority.PriorityFilter;
import dev.engine.domain.priority.PriorityFilter.Which;
import dev.engine.domain.priority.PriorityId;
import dev.engine.domain.priority.PriorityText;
import dev.engine.http.api.Call;
import dev.engine.http.api.Operation;
import dev.engine.http.api.Parameter;
import dev.engine.services.PriorityBoard;
import dev.engine.wire.Description;
import dev.engine.wire.PoolJson;
import dev.engine.wire.PriorityJson;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/priorities}: what matters to the person, and in which order. */
final class PriorityRoutes implements Routes {

  private static final String ALL = "/api/v1/priorities";
  private static final String ONE = ALL + "/{id}";

  private static final Parameter<PriorityId> ID =
      Parameter.path("id", PriorityId.class, "the id of the priority");
  private static final Parameter<Pool> POOL =
      Parameter.query("pool", Pool.class, "only those of this pool");
  private static final Parameter<Instant> ADDED_BEFORE =
      Parameter.query("addedBefore", Instant.class, "only what was added before and is still open");
  private static final Parameter<Instant> DONE_SINCE =
      Parameter.query(
          "doneSince", Instant.class, "not what is open, but what was done then or later");

  private final PriorityBoard priorities;

  PriorityRoutes(PriorityBoard priorities) {
    this.priorities = priorities;
  }

  @Override
  public List<Operation> operations() {
    return List.of(
        Operation.get(
                ALL,
                "listPriorities",
                "What is open by pool and in its order, or what is done, the newest first.")
            .with(POOL, ADDED_BEFORE, DONE_SINCE)
            .lists(PriorityJson.class, this::list),
        Operation.post(ALL, "addPriority", "Adds a priority at the end of its pool.")
            .takes(AddPriorityRequest.class)
            .creates(PriorityJson.class, priority -> ALL + "/" + priority.id(), this::add),
        Operation.get(ALL + "/pools", "listPools", "Every pool that ever had a priority, by name.")
            .listsFront(PoolJson.class, this::pools),
        Operation.get(ONE, "showPriority", "One priority.")
            .with(ID)
            .tagged()
            .answers(PriorityJson.class, this::show),
        Operation.patch(ONE, "changePriority", "Changes what it says; what is left out stays.")
            .with(ID)
            .ifMatches(PriorityJson.class, this::show)
            .takes(ChangePriorityRequest.class)
            .answers(PriorityJson.class, this::change),
        Operation.delete(ONE, "removePriority", "Removes a priority.")
            .with(ID)
            .ifMatches(PriorityJson.class, this::show)
            .answersNothing(this::remove),
        Operation.post(ONE + "/complete", "completePriority", "Completes it; twice is harmless.")
            .with(ID)
            .tagged()
            .answers(PriorityJson.class, this::complete),
        Operation.post(ONE + "/reopen", "reopenPriority", "Puts it back at the end of its pool.")
            .with(ID)
            .tagged()
            .answers(PriorityJson.class, this::reopen),
        Operation.post(ONE + "/move", "movePriority", "Gives an open priority another place.")
            .with(ID)
            .tagged()
            .takes(MovePriorityRequest.class)
            .answers(PriorityJson.class, this::move));
  }

  private Listed<PriorityJson> list(Call call) {
    Which which = which(call.find(ADDED_BEFORE), call.find(DONE_SINCE));
    PriorityFilter filter = new PriorityFilter(call.find(POOL), which);
    return priorities.list(filter, call.page()).map(PriorityJson::of);
  }

  private static Which which(@Nullable Instant addedBefore, @Nullable Instant doneSince) {
    if (addedBefore != null && doneSince != null) {
      throw new InvalidInput("doneSince", "absent beside addedBefore", doneSince.toString());
    }
    if (doneSince != null) {
      return new Which.DoneSince(doneSince);
    }
    return addedBefore == null ? new Which.Open() : new Which.CarriedOver(addedBefore);
  }

  private PriorityJson add(Call call, AddPriorityRequest request) {
    Level level = request.level() == null ? Level.MEDIUM : request.level();
    Pool pool = request.pool() == null ? Pool.MAIN : request.pool();
    return PriorityJson.of(priorities.add(request.content(), level, pool));
  }

  private List<PoolJson> pools(Call call) {
    return priorities.pools(call.limit()).stream().map(PoolJson::of).toList();
  }

  private PriorityJson show(Call call) {
    return PriorityJson.of(priorities.show(call.get(ID)));
  }

  private PriorityJson change(Call call, ChangePriorityRequest request) {
    Amendment amendment = new Amendment(request.content(), request.level());
    return PriorityJson.of(priorities.amend(call.get(ID), amendment));
  }

  private void remove(Call call) {
    priorities.remove(call.get(ID));
  }

  private PriorityJson complete(Call call) {
    return PriorityJson.of(priorities.complete(call.get(ID)));
  }

  private PriorityJson reopen(Call call) {
    return PriorityJson.of(priorities.reopen(call.get(ID)));
  }

  private PriorityJson move(Call call, MovePriorityRequest request) {
    return PriorityJson.of(priorities.move(call.get(ID), request.place()));
  }

  record AddPriorityRequest(
      PriorityText content,
      @Description("medium if it is left out") @Nullable Level level,
      @Description("main if it is left out") @Nullable Pool pool) {}

  record ChangePriorityRequest(@Nullable PriorityText content, @Nullable Level level) {}

  /** Says where to by exactly one of its fields. */
  record MovePriorityRequest(
      @Description("an end of its pool") @Nullable EndName to,
      @Description("right before this one of the same pool") @Nullable PriorityId before,
      @Description("to the end of this pool") @Nullable Pool pool) {

    MovePriorityRequest {
      long given = Stream.of(to, before, pool).filter(Objects::nonNull).count();
      if (given != 1) {
        throw new InvalidInput("place", "one of to, before, pool", given + " of them");
      }
    }

    private Place place() {
      if (before != null) {
        return new Place.Before(before);
      }
      if (pool != null) {
        return new Place.EndOf(pool);
      }
      return to == EndName.FIRST ? new Place.First() : new Place.Last();
    }
  }

  enum EndName implements WireName {
    FIRST("first"),
    LAST("last");

    private final String wireName;

    EndName(String wireName) {
      this.wireName = wireName;
    }

    @Override
    public String wireName() {
      return wireName;
    }
  }
}
