package dev.engine.domain.notification;

import java.util.List;

/**
 * What the answer to one call is to carry.
 *
 * @param notifications claimed for this answer, in the order in which they are to be told
 * @param waitingCount how many more wait for the same conversation
 */
public record Handout(List<Notification> notifications, int waitingCount) {

  /** Nothing to tell. */
  public static final Handout NOTHING = new Handout(List.of(), 0);

  public Handout {
    notifications = List.copyOf(notifications);
  }

  public boolean isEmpty() {
    return notifications.isEmpty();
  }
}
