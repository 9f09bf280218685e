package dev.engine.services;

import dev.engine.domain.session.Session;
import dev.engine.domain.session.Sessions;
import java.util.Optional;

/** Finds out who calls a tool. */
public final class CallerRecognition {

  private final Sessions sessions;

  public CallerRecognition(Sessions sessions) {
    this.sessions = sessions;
  }

  /** Who makes a call of which {@code claim} is said. */
  public Caller of(CallerClaim claim) {
    Optional<Session> session = session(claim);
    if (claim.worker() != null) {
      return new Caller.Working(claim.worker(), session.orElse(null));
    }
    return session.<Caller>map(Caller.InSession::new).orElseGet(Caller.Unknown::new);
  }

  private Optional<Session> session(CallerClaim claim) {
    return Optional.ofNullable(claim.session()).flatMap(sessions::find);
  }
}
