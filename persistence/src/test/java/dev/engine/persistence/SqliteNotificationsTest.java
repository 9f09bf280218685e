package dev.engine.persistence;

import dev.engine.domain.notification.Notifications;
import dev.engine.domain.notification.NotificationsContract;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteNotificationsTest implements NotificationsContract {

  @RegisterExtension private final StoreOnDisk store = new StoreOnDisk();

  @Override
  public Notifications notifications(RandomGenerator random) {
    return store.empty(random).notifications();
  }
}
