package dev.engine.domain.notification;

import java.util.random.RandomGenerator;

final class InMemoryNotificationsTest implements NotificationsContract {

  @Override
  public Notifications notifications(RandomGenerator random) {
    return new InMemoryNotifications(random);
  }
}
