package dev.engine.domain.session;

/** What became of telling a session's state from other evidence than its events. */
public sealed interface Settling {

  /** The evidence decided, and the session stands as given now. */
  record Settled(Session session) implements Settling {}

  /** It stood there already; nothing was changed. */
  record AsBefore(Session session) implements Settling {}

  /** It was seen since the evidence was taken, or has ended; nothing was changed. */
  record Outdated(Session session) implements Settling {}

  /** There is no such session. */
  record NoSuchSession(SessionId id) implements Settling {}
}
