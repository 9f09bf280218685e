package dev.engine.domain.serving;

import dev.engine.domain.error.EngineException.EngineUnavailable;
import java.net.URI;

/** What a command asks of an engine that runs in another process. */
public interface EngineCalls {

  /** Whether the engine at {@code endpoint} answers, takes the token and can do its work. */
  boolean isReady(Endpoint endpoint, AccessToken token);

  /**
   * A link that opens the dashboard of the engine at {@code endpoint} once, without the token in
   * it.
   *
   * @throws EngineUnavailable if it does not answer, or does not take the token
   */
  URI dashboardLink(Endpoint endpoint, AccessToken token);
}
