package dev.engine.http.resource;

import dev.engine.domain.Listed;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.journal.EventFilter;
import dev.engine.domain.journal.KindPrefix;
import dev.engine.domain.session.SessionId;
import dev.engine.http.api.Call;
import dev.engine.http.api.Operation;
import dev.engine.http.api.Parameter;
import dev.engine.http.api.Parameter.Place;
import dev.engine.services.EventFeed;
import dev.engine.services.EventLog;
import dev.engine.wire.EventJson;
import java.util.List;

/**
 * {@code /api/v1/events}: the journal, as pages for who looks back and as a stream for who follows.
 */
final class EventRoutes implements Routes {

  private static final Parameter<ConversationId> CONVERSATION =
      Parameter.query("conversation", ConversationId.class, "only those of this conversation");
  private static final Parameter<SessionId> SESSION =
      Parameter.query("session", SessionId.class, "only those of this session");
  private static final Parameter<KindPrefix> KIND =
      Parameter.query("kind", KindPrefix.class, "only those whose kind begins so, as worker. does");

  private static final Parameter<Long> POSITION =
      Parameter.position(Place.PATH, "position", "where it stands in the order of the commits");

  private final EventLog log;
  private final EventStream stream;

  EventRoutes(EventLog log, EventFeed feed) {
    this.log = log;
    this.stream = new EventStream(feed);
  }

  @Override
  public List<Operation> operations() {
    return List.of(
        Operation.get(
                "/api/v1/events",
                "listEvents",
                "What happened, newest first; or, for who accepts text/event-stream, what happens"
                    + " from now on or behind the Last-Event-ID.")
            .with(CONVERSATION, SESSION, KIND, EventStream.LAST_EVENT_ID)
            .streams(EventStream.MEDIA_TYPE, call -> stream.write(call, filter(call)))
            .kept()
            .lists(EventJson.class, this::list),
        Operation.get("/api/v1/events/{position}", "getEvent", "One event.")
            .with(POSITION)
            .answers(EventJson.class, this::show));
  }

  private Listed<EventJson> list(Call call) {
    return log.page(filter(call), call.page()).map(EventJson::of);
  }

  private EventJson show(Call call) {
    return EventJson.of(log.show(call.get(POSITION)));
  }

  private static EventFilter filter(Call call) {
    return new EventFilter(call.find(CONVERSATION), call.find(SESSION), null, call.find(KIND));
  }
}
