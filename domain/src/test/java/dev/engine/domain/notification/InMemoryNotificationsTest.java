package dev.engine.domain.notification;

import dev.engine.domain.journal.InMemoryJournal;
import java.util.random.RandomGenerator;

final class InMemoryNotificationsTest implements NotificationsContract {

  @Override
  public Notifications notifications(RandomGenerator random) {
    return new InMemoryNotifications(random, new InMemoryJournal());
  }
}
