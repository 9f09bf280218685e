package dev.engine.wire;

import dev.engine.domain.context.Forecast;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.session.ClaudeSessionId;
import dev.engine.domain.session.Client;
import dev.engine.domain.session.ContextGauge;
import dev.engine.domain.session.Continuation;
import dev.engine.domain.session.EndReason;
import dev.engine.domain.session.Mode;
import dev.engine.domain.session.ProcessIdentity;
import dev.engine.domain.session.Role;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.Session.State;
import dev.engine.domain.session.SessionId;
import dev.engine.domain.session.SessionStanding;
import dev.engine.domain.session.StatusText;
import dev.engine.domain.session.Want;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A session on the wire; what is not known, or does not apply to its state, is absent. */
public record SessionJson(
    SessionId id,
    ClaudeSessionId claudeSessionId,
    ConversationId conversationId,
    Role role,
    Mode mode,
    SessionStanding state,
    @Nullable Want waitingFor,
    @Nullable Instant waitingSince,
    @Description("what it says it works on") @Nullable String statusText,
    @Description("the warning that its context has reached: 0, 50, 70 or 90 percent")
        int contextWarningLevel,
    @Description("how full its context is by the newest reading, in percent")
        @Nullable Integer contextPercent,
    @Description("when that was read") @Nullable Instant contextReadAt,
    @Description("when it will reach its next level; only of a session that is shown alone")
        @Nullable ContextForecastJson contextForecast,
    @Description("how it came to continue its conversation") Continuation continuation,
    @Description("the session that it follows") @Nullable SessionId previousSessionId,
    Instant startedAt,
    Instant lastSeenAt,
    @Description("when it was last heard of, if nothing else can prove that it still lives")
        @Nullable Instant quietSince,
    @Nullable Instant endedAt,
    @Nullable EndReason endReason,
    @Nullable String cwd,
    @Nullable String transcriptPath,
    @Nullable Long pid,
    @Nullable String tmuxPane,
    @Nullable String tmuxWindow,
    @Nullable String model) {

  /** When a context will reach the next level. */
  public record ContextForecastJson(
      @Description("50, 70 or 90 percent") int level,
      @Description("of work as it is now") long minutes) {

    static ContextForecastJson of(Forecast forecast) {
      return new ContextForecastJson(forecast.level().percent(), forecast.after().toMinutes());
    }
  }

  /** As one of several. */
  public static SessionJson of(Session session) {
    return of(session, null);
  }

  /** Shown alone, with the forecast of its context; null if nothing can be foretold. */
  public static SessionJson of(Session session, @Nullable Forecast forecast) {
    ContextGauge gauge = session.report().context().gauge();
    Client client = session.client();
    State state = session.state();
    StatusText status = session.report().status();
    ProcessIdentity process = client.process();
    return new SessionJson(
        session.id(),
        session.claudeId(),
        session.conversation(),
        session.assignment().role(),
        session.assignment().mode(),
        SessionStanding.of(state),
        state instanceof State.Waiting waiting ? waiting.want() : null,
        state instanceof State.Waiting waiting ? waiting.since() : null,
        status == null ? null : status.value(),
        session.report().context().warned().percent(),
        gauge.percent(),
        gauge.readAt(),
        forecast == null ? null : ContextForecastJson.of(forecast),
        session.origin().continuation(),
        session.origin().previous(),
        session.origin().startedAt(),
        session.report().lastSeenAt(),
        session.unprovenSince().orElse(null),
        state instanceof State.Ended ended ? ended.at() : null,
        state instanceof State.Ended ended ? ended.reason() : null,
        client.cwd(),
        client.transcriptPath(),
        process == null ? null : process.pid(),
        client.tmuxPane(),
        client.tmuxWindow(),
        client.model());
  }
}
