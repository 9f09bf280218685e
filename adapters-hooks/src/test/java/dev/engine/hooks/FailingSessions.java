package dev.engine.hooks;

import dev.engine.domain.session.ClaudeSessionId;
import dev.engine.domain.session.EndReason;
import dev.engine.domain.session.Ending;
import dev.engine.domain.session.Newcomer;
import dev.engine.domain.session.Observation;
import dev.engine.domain.session.Proof;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionId;
import dev.engine.domain.session.Sessions;
import dev.engine.domain.session.Settling;
import dev.engine.domain.session.Sighting;
import dev.engine.domain.session.StatusChange;
import dev.engine.domain.session.StatusText;
import java.time.Instant;
import java.util.Optional;

/** A store whose every step fails for one reason. */
final class FailingSessions implements Sessions {

  private final RuntimeException reason;

  FailingSessions(RuntimeException reason) {
    this.reason = reason;
  }

  @Override
  public Observation observe(Sighting sighting) {
    throw reason;
  }

  @Override
  public Observation admit(Sighting first, Newcomer newcomer) {
    throw reason;
  }

  @Override
  public Optional<Session> find(SessionId id) {
    throw reason;
  }

  @Override
  public Optional<Session> find(ClaudeSessionId claudeId) {
    throw reason;
  }

  @Override
  public Ending end(SessionId id, Instant at, EndReason reason) {
    throw this.reason;
  }

  @Override
  public Settling settle(Session seen, Proof proof, Instant at) {
    throw reason;
  }

  @Override
  public StatusChange say(SessionId id, StatusText status, Instant at) {
    throw reason;
  }
}
