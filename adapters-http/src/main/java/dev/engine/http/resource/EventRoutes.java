package dev.engine.http.resource;

import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.journal.EventFilter;
import dev.engine.domain.journal.KindPrefix;
import dev.engine.domain.session.SessionId;
import dev.engine.http.api.Call;
import dev.engine.http.api.Operation;
import dev.engine.http.api.Parameter;
import dev.engine.services.EventLog;
import java.util.List;

/** {@code /api/v1/events}: what happened. */
final class EventRoutes implements Routes {

  private static final Parameter<KindPrefix> KIND =
      Parameter.query("kind", KindPrefix.class, "only kinds that begin so, such as worker.");
  private static final Parameter<SessionId> SESSION =
      Parameter.query("session", SessionId.class, "only those of this session");
  private static final Parameter<ConversationId> CONVERSATION =
      Parameter.query("conversation", ConversationId.class, "only those of this conversation");

  private final EventLog events;

  EventRoutes(EventLog events) {
    this.events = events;
  }

  @Override
  public List<Operation> operations() {
    return List.of(
        Operation.get("/api/v1/events", "listEvents", "What happened, the newest at the front.")
            .with(KIND, SESSION, CONVERSATION)
            .with(EventPageJson.AFTER, EventPageJson.BEFORE, Parameter.LIMIT)
            .answers(EventPageJson.class, this::page));
  }

  private EventPageJson page(Call call) {
    EventFilter filter =
        new EventFilter(call.find(CONVERSATION), call.find(SESSION), null, call.find(KIND));
    return EventPageJson.of(events, filter, call);
  }
}
