package dev.engine.http.resource;

import dev.engine.domain.Limit;
import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.journal.Event;
import dev.engine.domain.journal.EventFilter;
import dev.engine.http.api.Call;
import dev.engine.http.api.Parameter;
import dev.engine.http.json.Description;
import dev.engine.services.EventLog;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of events on the wire. It begins at a position and not at a cursor: the position of an
 * event is also what a reader of the stream goes on from.
 */
record EventPageJson(
    List<EventJson> items,
    @Description("where the next page begins, given the same way; absent on the last one")
        @Nullable Long next) {

  static final Parameter<Long> AFTER =
      Parameter.position("after", "only events behind this position, the oldest first");
  static final Parameter<Long> BEFORE =
      Parameter.position(
          "before", "only events in front of this position, the newest first, as without either");

  /**
   * The page that {@code call} asks for by {@link #AFTER}, {@link #BEFORE} and {@link
   * Parameter#LIMIT}, of which its operation declares all three.
   *
   * @throws InvalidInput if it asks for both directions
   */
  static EventPageJson of(EventLog events, EventFilter filter, Call call) {
    Limit limit = call.limit();
    List<Event> found = found(events, filter, call, new Limit(limit.rows() + 1));
    boolean isLast = found.size() <= limit.rows();
    List<Event> shown = isLast ? found : found.subList(0, limit.rows());
    return new EventPageJson(
        shown.stream().map(EventJson::of).toList(), isLast ? null : shown.getLast().position());
  }

  private static List<Event> found(EventLog events, EventFilter filter, Call call, Limit limit) {
    Long after = call.find(AFTER);
    Long before = call.find(BEFORE);
    if (after != null && before != null) {
      throw new InvalidInput("query", "with after or with before", "both");
    }
    if (after != null) {
      return events.after(after, filter, limit);
    }
    return before == null ? events.latest(filter, limit) : events.before(before, filter, limit);
  }
}
