package dev.engine.services;

import dev.engine.domain.host.Pauses;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.Sessions;
import dev.engine.domain.toolcall.ToolCall;
import dev.engine.domain.toolcall.ToolCalls;
import dev.engine.domain.toolcall.ToolUseId;
import java.time.Duration;
import java.util.Optional;

/**
 * Finds out who calls a tool: the session whose hook told of that very use, else the one that the
 * environment of the caller names, which is another one after {@code /clear}.
 */
public final class CallerRecognition {

  /** The hook runs beside the call, without holding it up, and may come a little later. */
  private static final Duration LOOK = Duration.ofMillis(25);

  private static final int LOOKS = 20;

  private final Sessions sessions;
  private final ToolCalls calls;
  private final Pauses pauses;

  public CallerRecognition(Sessions sessions, ToolCalls calls, Pauses pauses) {
    this.sessions = sessions;
    this.calls = calls;
    this.pauses = pauses;
  }

  /** Who makes a call of which {@code claim} is said; it may take half a second. */
  public Caller of(CallerClaim claim) {
    Optional<Session> session =
        Optional.ofNullable(claim.toolUse()).flatMap(this::byUse).or(() -> byEnvironment(claim));
    if (claim.worker() != null) {
      return new Caller.Working(claim.worker(), session.orElse(null));
    }
    return session.<Caller>map(Caller.InSession::new).orElseGet(Caller.Unknown::new);
  }

  private Optional<Session> byUse(ToolUseId use) {
    Optional<ToolCall> call = calls.find(use);
    for (int looks = 1; call.isEmpty() && looks < LOOKS; looks++) {
      pauses.pause(LOOK);
      call = calls.find(use);
    }
    return call.map(ToolCall::session).flatMap(sessions::find);
  }

  private Optional<Session> byEnvironment(CallerClaim claim) {
    return Optional.ofNullable(claim.session()).flatMap(sessions::find);
  }
}
