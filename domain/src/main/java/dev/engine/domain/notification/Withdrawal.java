package dev.engine.domain.notification;

/** What became of a notification that was to be withdrawn. */
public sealed interface Withdrawal {

  /** Nobody will be told. */
  record WithdrawnNow(Notification notification) implements Withdrawal {}

  /** It was told, or settled in another way, before; nothing was changed. */
  record SettledBefore(Notification notification) implements Withdrawal {}

  record NoSuchNotification(NotificationId id) implements Withdrawal {}
}
