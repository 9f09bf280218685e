package dev.engine.domain.conversation;

import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.session.Session;
import java.util.List;
import java.util.Optional;

/**
 * A line of sessions under one identity. It exists as soon as a session has joined it and never
 * ends.
 *
 * @param sessions at least one, the one started first at the front
 */
public record Conversation(ConversationId id, List<Session> sessions) {

  /**
   * @throws InvalidInput if {@code sessions} is empty
   */
  public Conversation {
    if (sessions.isEmpty()) {
      throw new InvalidInput("conversation " + id, "a line of at least one session", "none");
    }
    sessions = List.copyOf(sessions);
  }

  /** The session that is alive now; of several, which a handoff can leave, the newest. */
  public Optional<Session> live() {
    return sessions.reversed().stream().filter(Session::isLive).findFirst();
  }

  public Session newest() {
    return sessions.getLast();
  }
}
