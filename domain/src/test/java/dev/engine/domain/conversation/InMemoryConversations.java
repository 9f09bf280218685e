package dev.engine.domain.conversation;

import dev.engine.domain.Limit;
import dev.engine.domain.notification.NotificationFilter;
import dev.engine.domain.notification.NotificationFilter.Progress;
import dev.engine.domain.notification.Notifications;
import dev.engine.domain.session.InMemorySessions;
import dev.engine.domain.session.Session;
import java.util.List;
import java.util.Optional;

/** {@link Conversations} over the fakes of what they are made of. */
public final class InMemoryConversations implements Conversations {

  private static final Limit ALL = new Limit(1_000);

  private final InMemorySessions sessions;
  private final Notifications notifications;

  public InMemoryConversations(InMemorySessions sessions, Notifications notifications) {
    this.sessions = sessions;
    this.notifications = notifications;
  }

  @Override
  public Optional<Conversation> find(ConversationId id) {
    return sessions.conversations().stream().filter(line -> line.id().equals(id)).findFirst();
  }

  @Override
  public List<ConversationSummary> list(Limit limit) {
    return sessions.conversations().stream().limit(limit.rows()).map(this::summary).toList();
  }

  private ConversationSummary summary(Conversation conversation) {
    List<Session> line = conversation.sessions();
    int liveCount = (int) line.stream().filter(Session::isLive).count();
    NotificationFilter waiting = new NotificationFilter(conversation.id(), Progress.WAITING);
    int waitingCount = notifications.list(waiting, ALL).size();
    return new ConversationSummary(
        conversation.id(), conversation.newest(), line.size(), liveCount, waitingCount);
  }
}
