package dev.engine.mcp.tool;

import dev.engine.domain.session.Session;
import dev.engine.domain.session.Session.State;
import dev.engine.domain.session.SessionStanding;
import org.jspecify.annotations.Nullable;

/**
 * A session as a model is told of it, by the names of the HTTP API; of what only people and
 * programs need, nothing.
 *
 * @param state {@code active}, {@code tool_active}, {@code idle} or {@code ended}
 * @param contextPercent how full its context is by the newest reading
 */
record SessionJson(
    String id,
    String conversationId,
    String role,
    String mode,
    String state,
    @Nullable String waitingFor,
    @Nullable String waitingSince,
    @Nullable String statusText,
    @Nullable Integer contextPercent,
    String continuation,
    @Nullable String previousSessionId,
    String startedAt,
    String lastSeenAt,
    @Nullable String endedAt,
    @Nullable String endReason,
    @Nullable String cwd) {

  static SessionJson of(Session session) {
    State state = session.state();
    return new SessionJson(
        session.id().value(),
        session.conversation().value(),
        session.assignment().role().wireName(),
        session.assignment().mode().wireName(),
        SessionStanding.of(state).wireName(),
        state instanceof State.Waiting waiting ? waiting.want().wireName() : null,
        state instanceof State.Waiting waiting ? waiting.since().toString() : null,
        session.report().status() == null ? null : session.report().status().value(),
        session.report().context().gauge().percent(),
        session.origin().continuation().wireName(),
        Said.text(session.origin().previous()),
        session.origin().startedAt().toString(),
        session.report().lastSeenAt().toString(),
        state instanceof State.Ended ended ? ended.at().toString() : null,
        state instanceof State.Ended ended ? ended.reason().wireName() : null,
        session.client().cwd());
  }
}
