package dev.engine.domain.conversation;

import dev.engine.domain.Limit;
import dev.engine.domain.Listed;
import dev.engine.domain.Page;
import dev.engine.domain.notification.NotificationFilter;
import dev.engine.domain.notification.NotificationFilter.Progress;
import dev.engine.domain.notification.Notifications;
import dev.engine.domain.session.InMemorySessions;
import dev.engine.domain.session.Session;
import dev.engine.domain.testing.InMemoryPages;
import java.util.List;
import java.util.Optional;

/** {@link Conversations} over the fakes of what they are made of. */
public final class InMemoryConversations implements Conversations {

  private static final Page ALL = Page.first(new Limit(1_000));

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
  public Listed<ConversationSummary> list(Page page) {
    return InMemoryPages.newestFirst(
        sessions.conversations().stream().map(this::summary), ORDER, page);
  }

  private ConversationSummary summary(Conversation conversation) {
    List<Session> line = conversation.sessions();
    int liveCount = (int) line.stream().filter(Session::isLive).count();
    NotificationFilter waiting = new NotificationFilter(conversation.id(), Progress.WAITING);
    int waitingCount = notifications.list(waiting, ALL).items().size();
    return new ConversationSummary(
        conversation.id(), conversation.newest(), line.size(), liveCount, waitingCount);
  }
}
