package dev.engine.http.resource;

import dev.engine.domain.Limit;
import dev.engine.domain.Listed;
import dev.engine.domain.Page;
import dev.engine.domain.conversation.Conversation;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.journal.EventFilter;
import dev.engine.domain.notification.NotificationFilter;
import dev.engine.domain.notification.NotificationFilter.Progress;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionId;
import dev.engine.http.api.Call;
import dev.engine.http.api.Operation;
import dev.engine.http.api.Parameter;
import dev.engine.services.EventLog;
import dev.engine.services.NotificationDelivery;
import dev.engine.services.SessionLifecycle;
import dev.engine.wire.ConversationJson;
import dev.engine.wire.ConversationSummaryJson;
import dev.engine.wire.Description;
import dev.engine.wire.EventJson;
import dev.engine.wire.NotificationJson;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code /api/v1/conversations}: the lines of sessions. Notices and events may be of a conversation
 * that no session has joined yet, so these are listed whether or not there is one.
 */
final class ConversationRoutes implements Routes {

  private static final String ALL = "/api/v1/conversations";
  private static final String ONE = ALL + "/{id}";

  private static final Parameter<ConversationId> ID =
      Parameter.path("id", ConversationId.class, "the id of the conversation");

  private static final Page RECEIPTS = Page.first(new Limit(50));

  private final SessionLifecycle sessions;
  private final NotificationDelivery notifications;
  private final EventLog events;

  ConversationRoutes(
      SessionLifecycle sessions, NotificationDelivery notifications, EventLog events) {
    this.sessions = sessions;
    this.notifications = notifications;
    this.events = events;
  }

  @Override
  public List<Operation> operations() {
    return List.of(
        Operation.get(
                ALL,
                "listConversations",
                "The conversations, the one that a session joined last at the front.")
            .kept()
            .lists(ConversationSummaryJson.class, this::list),
        Operation.get(ONE, "showConversation", "One conversation with its lineage and receipts.")
            .with(ID)
            .kept()
            .answers(ConversationJson.class, this::show),
        Operation.get(
                ONE + "/notifications",
                "listConversationNotifications",
                "What it was told and is to be told, the one queued last at the front.")
            .with(ID, NotificationRoutes.WAITING)
            .lists(NotificationJson.class, this::notifications),
        Operation.get(
                ONE + "/timeline",
                "showConversationTimeline",
                "What happened in one, the newest first.")
            .with(ID)
            .kept()
            .lists(EventJson.class, this::timeline),
        Operation.get(
                ONE + "/transcript", "showTranscript", "Where its clients keep what was said.")
            .with(ID)
            .answers(TranscriptJson.class, this::transcript));
  }

  private Listed<ConversationSummaryJson> list(Call call) {
    return sessions.conversations(call.page()).map(ConversationSummaryJson::of);
  }

  private ConversationJson show(Call call) {
    ConversationId id = call.get(ID);
    NotificationFilter all = new NotificationFilter(id, Progress.ANY);
    return ConversationJson.of(
        sessions.conversation(id), notifications.list(all, RECEIPTS).items());
  }

  private Listed<NotificationJson> notifications(Call call) {
    return notifications
        .list(NotificationRoutes.filter(call, call.get(ID)), call.page())
        .map(NotificationJson::of);
  }

  private Listed<EventJson> timeline(Call call) {
    return events.page(EventFilter.of(call.get(ID)), call.page()).map(EventJson::of);
  }

  private TranscriptJson transcript(Call call) {
    return TranscriptJson.of(sessions.conversation(call.get(ID)));
  }

  /** The files of a conversation on the wire, as far as its sessions told of them. */
  record TranscriptJson(
      ConversationId conversationId,
      @Description("one for each session that told of it, the one started first at the front")
          List<TranscriptFileJson> files) {

    static TranscriptJson of(Conversation conversation) {
      return new TranscriptJson(
          conversation.id(),
          conversation.sessions().stream().flatMap(TranscriptFileJson::of).toList());
    }
  }

  /** The file of one session on the wire. */
  record TranscriptFileJson(
      SessionId sessionId,
      @Description("absolute, as the client named it; it need not be there any more") String path) {

    private static Stream<TranscriptFileJson> of(Session session) {
      String path = session.client().transcriptPath();
      return path == null ? Stream.empty() : Stream.of(new TranscriptFileJson(session.id(), path));
    }
  }
}
