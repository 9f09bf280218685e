package dev.engine.cli;

import dev.engine.domain.context.Forecast;
import dev.engine.domain.session.Client;
import dev.engine.domain.session.ContextGauge;
import dev.engine.domain.session.ProcessIdentity;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.Session.State;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A session on the wire. Times are ISO-8601 in UTC; what is not known, or does not apply to its
 * state, is absent.
 *
 * @param state {@code active}, {@code tool_active}, {@code idle} or {@code ended}
 * @param quietSince when it was last heard of, if nothing else can prove that it still lives
 * @param contextWarningLevel 0, 50, 70 or 90 (percent)
 * @param contextPercent how full its context is by the newest reading, 0..100
 * @param contextReadAt when that was
 * @param contextForecast only of a session that is shown alone
 */
record SessionJson(
    String id,
    String claudeSessionId,
    String conversationId,
    String role,
    String mode,
    String state,
    @Nullable String waitingFor,
    @Nullable String waitingSince,
    @Nullable String statusText,
    int contextWarningLevel,
    @Nullable Integer contextPercent,
    @Nullable String contextReadAt,
    @Nullable ContextForecastJson contextForecast,
    String continuation,
    @Nullable String previousSessionId,
    String startedAt,
    String lastSeenAt,
    @Nullable String quietSince,
    @Nullable String endedAt,
    @Nullable String endReason,
    @Nullable String cwd,
    @Nullable String transcriptPath,
    @Nullable Long pid,
    @Nullable String tmuxPane,
    @Nullable String tmuxWindow,
    @Nullable String model) {

  /**
   * When its context will reach the next level, on the wire.
   *
   * @param level 50, 70 or 90 (percent)
   * @param minutes of work as it is now
   */
  record ContextForecastJson(int level, long minutes) {

    static ContextForecastJson of(Forecast forecast) {
      return new ContextForecastJson(forecast.level().percent(), forecast.after().toMinutes());
    }
  }

  static SessionJson of(Session session) {
    return of(session, null);
  }

  static SessionJson of(Session session, @Nullable Forecast forecast) {
    ContextGauge gauge = session.report().context().gauge();
    Client client = session.client();
    State state = session.state();
    ProcessIdentity process = client.process();
    return new SessionJson(
        session.id().value(),
        session.claudeId().value(),
        session.conversation().value(),
        session.assignment().role().wireName(),
        session.assignment().mode().wireName(),
        Sessions.stateName(state),
        state instanceof State.Waiting waiting ? waiting.want().wireName() : null,
        state instanceof State.Waiting waiting ? text(waiting.since()) : null,
        session.report().status() == null ? null : session.report().status().value(),
        session.report().context().warned().percent(),
        gauge.percent(),
        gauge.readAt() == null ? null : text(gauge.readAt()),
        forecast == null ? null : ContextForecastJson.of(forecast),
        session.origin().continuation().wireName(),
        session.origin().previous() == null ? null : session.origin().previous().value(),
        text(session.origin().startedAt()),
        text(session.report().lastSeenAt()),
        session.unprovenSince().map(SessionJson::text).orElse(null),
        state instanceof State.Ended ended ? text(ended.at()) : null,
        state instanceof State.Ended ended ? ended.reason().wireName() : null,
        client.cwd(),
        client.transcriptPath(),
        process == null ? null : process.pid(),
        client.tmuxPane(),
        client.tmuxWindow(),
        client.model());
  }

  private static String text(Instant at) {
    return at.toString();
  }
}
