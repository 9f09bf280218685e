package dev.engine.domain.testing;

import dev.engine.domain.Storage;
import dev.engine.domain.contact.ContactViews;
import dev.engine.domain.contact.Contacts;
import dev.engine.domain.contact.InMemoryContacts;
import dev.engine.domain.conversation.Conversations;
import dev.engine.domain.conversation.InMemoryConversations;
import dev.engine.domain.notification.InMemoryNotifications;
import dev.engine.domain.notification.Notifications;
import dev.engine.domain.session.InMemorySessions;
import dev.engine.domain.session.SessionViews;
import dev.engine.domain.session.Sessions;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** A whole store of fakes, for the tests of everything above storage. */
public final class InMemoryStorage implements Storage {

  /** Fixed, so that a failure repeats. */
  private final RandomGenerator random = new SplittableRandom(7);

  private final InMemorySessions sessions = new InMemorySessions(random);
  private final InMemoryContacts contacts = new InMemoryContacts(random);
  private final InMemoryNotifications notifications = new InMemoryNotifications(random);

  @Override
  public Sessions sessions() {
    return sessions;
  }

  @Override
  public SessionViews sessionViews() {
    return sessions;
  }

  @Override
  public Contacts contacts() {
    return contacts;
  }

  @Override
  public ContactViews contactViews() {
    return contacts;
  }

  @Override
  public Conversations conversations() {
    return new InMemoryConversations(sessions, notifications);
  }

  @Override
  public Notifications notifications() {
    return notifications;
  }
}
