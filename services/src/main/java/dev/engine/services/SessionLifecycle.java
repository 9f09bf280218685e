package dev.engine.services;

import dev.engine.domain.Listed;
import dev.engine.domain.Page;
import dev.engine.domain.conversation.Conversation;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.conversation.ConversationSummary;
import dev.engine.domain.conversation.Conversations;
import dev.engine.domain.error.EngineException.Conflict;
import dev.engine.domain.error.EngineException.NotFound;
import dev.engine.domain.session.ClaudeSessionId;
import dev.engine.domain.session.EndReason;
import dev.engine.domain.session.Ending;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionFilter;
import dev.engine.domain.session.SessionId;
import dev.engine.domain.session.SessionViews;
import dev.engine.domain.session.Sessions;
import dev.engine.domain.session.StatusChange;
import dev.engine.domain.session.StatusText;
import java.time.InstantSource;
import java.util.Optional;

/** Looking at sessions and conversations, and ending them. Sessions begin by their own events. */
public final class SessionLifecycle {

  private final Sessions sessions;
  private final SessionViews views;
  private final Conversations conversations;
  private final InstantSource clock;

  public SessionLifecycle(
      Sessions sessions, SessionViews views, Conversations conversations, InstantSource clock) {
    this.sessions = sessions;
    this.views = views;
    this.conversations = conversations;
    this.clock = clock;
  }

  /** The sessions that {@code filter} lets through, the one started last at the front. */
  public Listed<Session> list(SessionFilter filter, Page page) {
    return views.list(filter, page);
  }

  /**
   * One session.
   *
   * @throws NotFound if there is no session {@code id}
   */
  public Session show(SessionId id) {
    return sessions.find(id).orElseThrow(() -> new NotFound("session", id));
  }

  /**
   * The session that Claude Code calls {@code claudeId}; of several, the one started last.
   *
   * @throws NotFound if none is known
   */
  public Session show(ClaudeSessionId claudeId) {
    return sessions
        .find(claudeId)
        .orElseThrow(() -> new NotFound("session of Claude Code", claudeId));
  }

  /** As {@link #show(ClaudeSessionId)}; empty if none is known. */
  public Optional<Session> find(ClaudeSessionId claudeId) {
    return sessions.find(claudeId);
  }

  /**
   * Ends a session. Asking twice is harmless: the answer is then the session as it first ended.
   *
   * @throws NotFound if there is no session {@code id}
   */
  public Session end(SessionId id, EndReason reason) {
    return switch (sessions.end(id, clock.instant(), reason)) {
      case Ending.EndedNow now -> now.session();
      case Ending.EndedBefore before -> before.session();
      case Ending.NoSuchSession none -> throw new NotFound("session", id);
    };
  }

  /**
   * Says what a session works on.
   *
   * @throws NotFound if there is no session {@code id}
   * @throws Conflict if it has ended
   */
  public Session say(SessionId id, StatusText status) {
    return switch (sessions.say(id, status, clock.instant())) {
      case StatusChange.Said said -> said.session();
      case StatusChange.AlreadyEnded ended ->
          throw new Conflict("session %s has ended and works on nothing".formatted(id));
      case StatusChange.NoSuchSession none -> throw new NotFound("session", id);
    };
  }

  /**
   * The conversation by which a session is told something.
   *
   * @throws NotFound if there is no session {@code id}
   * @throws Conflict if it has ended: whoever means it would not be heard by it
   */
  public ConversationId addressee(SessionId id) {
    Session session = show(id);
    if (!session.isLive()) {
      throw new Conflict(
          "session %s has ended and is told nothing more; its conversation is %s"
              .formatted(id, session.conversation()));
    }
    return session.conversation();
  }

  /** Conversations, the one that a session joined last at the front. */
  public Listed<ConversationSummary> conversations(Page page) {
    return conversations.list(page);
  }

  /**
   * A conversation with its whole lineage.
   *
   * @throws NotFound if no session has ever joined {@code id}
   */
  public Conversation conversation(ConversationId id) {
    return conversations.find(id).orElseThrow(() -> new NotFound("conversation", id));
  }
}
