package dev.engine.services;

import dev.engine.domain.Storage;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** The engine's services over one store: all that a driving adapter is given. */
public final class Engine {

  private final SessionLifecycle sessions;
  private final NotificationDelivery notifications;

  public Engine(Storage storage, InstantSource clock, RandomGenerator random) {
    this.sessions =
        new SessionLifecycle(
            storage.sessions(), storage.sessionViews(), storage.conversations(), clock);
    this.notifications = new NotificationDelivery(storage.notifications(), clock, random);
  }

  public SessionLifecycle sessions() {
    return sessions;
  }

  public NotificationDelivery notifications() {
    return notifications;
  }
}
