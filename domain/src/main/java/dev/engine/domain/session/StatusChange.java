package dev.engine.domain.session;

/** What became of a request to say what a session works on. */
public sealed interface StatusChange {

  /** It is stored. */
  record Said(Session session) implements StatusChange {}

  /** The session has ended, and what it worked on stays as it was. */
  record AlreadyEnded(Session session) implements StatusChange {}

  /** There is no such session. */
  record NoSuchSession(SessionId id) implements StatusChange {}
}
