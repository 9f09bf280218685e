package dev.engine.domain.notification;

/** What became of a notification that the person has opened. */
public sealed interface Seeing {

  /** It is marked as seen. */
  record SeenNow(Notification notification) implements Seeing {}

  /** It was seen before; the first time stands. */
  record SeenBefore(Notification notification) implements Seeing {}

  /** It has not arrived, so nobody can have seen what it led to; nothing was changed. */
  record NotArrived(Notification notification) implements Seeing {}

  record NoSuchNotification(NotificationId id) implements Seeing {}
}
