package dev.engine.domain.notification;

/** What became of a notice that was to be queued. */
public sealed interface Queueing {

  /** It is stored and waits for a session of its conversation. */
  record Queued(Notification notification) implements Queueing {}

  /** The same was queued before; nothing was changed. */
  record QueuedBefore(Notification notification) implements Queueing {}
}
