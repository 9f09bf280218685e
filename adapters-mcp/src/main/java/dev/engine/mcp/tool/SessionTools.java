package dev.engine.mcp.tool;

import dev.engine.domain.Limit;
import dev.engine.domain.Listed;
import dev.engine.domain.Page;
import dev.engine.domain.conversation.Conversation;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.notification.Notification;
import dev.engine.domain.notification.NotificationFilter;
import dev.engine.domain.notification.NotificationFilter.Progress;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionFilter;
import dev.engine.domain.session.SessionFilter.Life;
import dev.engine.domain.session.StatusText;
import dev.engine.mcp.input.Description;
import dev.engine.services.Engine;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What lives, and what belongs together. */
final class SessionTools {

  private static final Page NOTICES = Page.first(new Limit(20));

  private final Engine engine;

  SessionTools(Engine engine) {
    this.engine = engine;
  }

  List<Tool<?>> tools() {
    return List.of(
        Tool.of(
                "session_status",
                "Say in one line what this session works on, for the person's overview.",
                Effect.SETS,
                Status.class,
                SessionJson.class,
                this::say)
            .forWorkersToo(),
        Tool.of(
            "session_list",
            "List sessions of Claude Code in this project: what each does, waits for and works on.",
            Effect.READS,
            Filter.class,
            SessionsJson.class,
            this::list),
        Tool.of(
            "conversation_show",
            "Show the sessions of a conversation in order, and what it was to be told.",
            Effect.READS,
            Which.class,
            ConversationJson.class,
            this::show));
  }

  record Status(StatusText status) {}

  record Filter(
      @Description("those of one conversation") @Nullable ConversationId conversation,
      @Description("ended ones too") @Nullable Boolean ended,
      @Nullable Limit limit) {}

  record Which(
      @Description("left out: that of the calling session")
          @Nullable ConversationId conversation) {}

  private Answer<SessionJson> say(Status input, Calling calling) {
    Session session = engine.sessions().say(calling.requireSession().id(), input.status());
    return new Answer<>(
        SessionJson.of(session),
        "session %s says it works on %s"
            .formatted(session.id(), Said.quoted(input.status().value())));
  }

  private Answer<SessionsJson> list(Filter input, Calling calling) {
    Life life = Boolean.TRUE.equals(input.ended()) ? Life.ANY : Life.LIVE;
    Listed<Session> found =
        engine
            .sessions()
            .list(
                new SessionFilter(life, null, input.conversation()),
                Page.first(Objects.requireNonNullElse(input.limit(), Limit.DEFAULT)));
    return new Answer<>(
        new SessionsJson(
            found.items().stream().map(SessionJson::of).toList(), found.next() != null),
        Said.list("sessions", found.items(), found.next() != null, SessionTools::line));
  }

  private Answer<ConversationJson> show(Which input, Calling calling) {
    ConversationId id =
        input.conversation() == null ? calling.conversation() : input.conversation();
    if (id == null) {
      throw new InvalidInput(
          "conversation", "named, for the calling session is not known", "nothing");
    }
    Conversation conversation = engine.sessions().conversation(id);
    List<Notification> notices =
        engine.notifications().list(new NotificationFilter(id, Progress.ANY), NOTICES).items();
    String sessions = Said.list("sessions", conversation.sessions(), false, SessionTools::line);
    String told = Said.list("notices", notices, false, NotificationTools::line);
    return new Answer<>(
        ConversationJson.of(conversation, notices),
        "conversation %s%n%s%n%s".formatted(id, sessions, told));
  }

  static String line(Session session) {
    SessionJson json = SessionJson.of(session);
    return "session %s of %s: %s%s; works on %s"
        .formatted(
            json.id(),
            json.conversationId(),
            json.state(),
            json.waitingFor() == null ? "" : ", waits for " + json.waitingFor(),
            Said.quoted(json.statusText()));
  }

  record SessionsJson(List<SessionJson> items, boolean more) {}

  /**
   * A conversation on the wire.
   *
   * @param sessions the oldest first
   * @param notifications the newest first
   */
  record ConversationJson(
      String id, List<SessionJson> sessions, List<NotificationJson> notifications) {

    static ConversationJson of(Conversation conversation, List<Notification> notices) {
      return new ConversationJson(
          conversation.id().value(),
          conversation.sessions().stream().map(SessionJson::of).toList(),
          notices.stream().map(NotificationJson::of).toList());
    }
  }
}
