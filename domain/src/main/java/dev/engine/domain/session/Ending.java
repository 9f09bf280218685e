package dev.engine.domain.session;

/** What became of a request to end a session. */
public sealed interface Ending {

  /** This request ended it. */
  record EndedNow(Session session) implements Ending {}

  /** It had ended already; nothing was changed. */
  record EndedBefore(Session session) implements Ending {}

  /** There is no such session. */
  record NoSuchSession(SessionId id) implements Ending {}
}
