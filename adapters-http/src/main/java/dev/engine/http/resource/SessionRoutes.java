package dev.engine.http.resource;

import dev.engine.domain.Listed;
import dev.engine.domain.Urgency;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.journal.EventFilter;
import dev.engine.domain.notification.Sender;
import dev.engine.domain.session.EndReason;
import dev.engine.domain.session.Role;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionFilter;
import dev.engine.domain.session.SessionFilter.Life;
import dev.engine.domain.session.SessionId;
import dev.engine.domain.session.StatusText;
import dev.engine.http.api.Call;
import dev.engine.http.api.Operation;
import dev.engine.http.api.Parameter;
import dev.engine.services.ContextOutlook;
import dev.engine.services.EventLog;
import dev.engine.services.NotificationDelivery;
import dev.engine.services.SessionLifecycle;
import dev.engine.wire.Description;
import dev.engine.wire.EventJson;
import dev.engine.wire.Length;
import dev.engine.wire.NotificationJson;
import dev.engine.wire.SessionJson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/sessions}: the runs of Claude Code. They begin by events of their own. */
final class SessionRoutes implements Routes {

  private static final String ALL = "/api/v1/sessions";
  private static final String ONE = ALL + "/{id}";

  private static final Parameter<SessionId> ID =
      Parameter.path("id", SessionId.class, "the id of the session");
  private static final Parameter<Boolean> LIVE =
      Parameter.flag("live", "true: only those that go on; false: only those that are over");
  private static final Parameter<Role> ROLE =
      Parameter.query("role", Role.class, "only those of this role");
  private static final Parameter<ConversationId> CONVERSATION =
      Parameter.query("conversation", ConversationId.class, "only those of this conversation");

  private final SessionLifecycle sessions;
  private final EventLog events;
  private final ContextOutlook contexts;
  private final NotificationDelivery notifications;

  SessionRoutes(
      SessionLifecycle sessions,
      EventLog events,
      ContextOutlook contexts,
      NotificationDelivery notifications) {
    this.sessions = sessions;
    this.events = events;
    this.contexts = contexts;
    this.notifications = notifications;
  }

  @Override
  public List<Operation> operations() {
    return List.of(
        Operation.get(ALL, "listSessions", "The sessions, the one started last at the front.")
            .with(LIVE, ROLE, CONVERSATION)
            .kept()
            .lists(SessionJson.class, this::list),
        Operation.get(ONE, "showSession", "One session.")
            .with(ID)
            .kept()
            .answers(SessionJson.class, this::show),
        Operation.get(
                ONE + "/timeline", "showSessionTimeline", "What happened in one, the newest first.")
            .with(ID)
            .kept()
            .lists(EventJson.class, this::timeline),
        Operation.post(
                ONE + "/end",
                "endSession",
                "Records that a session is over; its process is not touched, twice is harmless.")
            .with(ID)
            .takes(EndSessionRequest.class)
            .answers(SessionJson.class, this::end),
        Operation.put(ONE + "/status", "saySessionStatus", "Says what a session works on.")
            .with(ID)
            .takes(SessionStatusRequest.class)
            .answers(SessionJson.class, this::say),
        Operation.post(
                ONE + "/send",
                "sendToSession",
                "Leaves a message for the conversation of a session that goes on, which is told by"
                    + " its next hook, or the session that follows it.")
            .with(ID)
            .takes(SendToSessionRequest.class)
            .creates(NotificationJson.class, NotificationRoutes::location, this::send));
  }

  private Listed<SessionJson> list(Call call) {
    SessionFilter filter =
        new SessionFilter(life(call.find(LIVE)), call.find(ROLE), call.find(CONVERSATION));
    return sessions.list(filter, call.page()).map(SessionJson::of);
  }

  private SessionJson show(Call call) {
    Session session = sessions.show(call.get(ID));
    return SessionJson.of(session, contexts.forecast(session).orElse(null));
  }

  private Listed<EventJson> timeline(Call call) {
    SessionId known = sessions.show(call.get(ID)).id();
    return events.page(EventFilter.of(known), call.page()).map(EventJson::of);
  }

  private SessionJson end(Call call, EndSessionRequest request) {
    EndReason reason = request.reason() == null ? EndReason.CLOSED : request.reason();
    return SessionJson.of(sessions.end(call.get(ID), reason));
  }

  private SessionJson say(Call call, SessionStatusRequest request) {
    return SessionJson.of(sessions.say(call.get(ID), new StatusText(request.text())));
  }

  private NotificationJson send(Call call, SendToSessionRequest request) {
    ConversationId to = sessions.addressee(call.get(ID));
    Sender from = NotificationRoutes.sender(request.from());
    Urgency urgency = request.urgency() == null ? Urgency.NORMAL : request.urgency();
    return NotificationJson.of(notifications.message(to, from, urgency, request.text()));
  }

  private static Life life(@Nullable Boolean live) {
    if (live == null) {
      return Life.ANY;
    }
    return live ? Life.LIVE : Life.ENDED;
  }

  record EndSessionRequest(@Description("closed if it is left out") @Nullable EndReason reason) {}

  record SessionStatusRequest(@Description("one line") @Length(max = 500) String text) {}

  record SendToSessionRequest(
      @Description("its first line becomes the title") @Length(max = 100_000) String text,
      @Description("normal if it is absent") @Nullable Urgency urgency,
      @Description("the conversation that says it; if absent, the person does")
          @Nullable ConversationId from) {}
}
