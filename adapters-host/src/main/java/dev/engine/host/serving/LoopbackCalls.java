package dev.engine.host.serving;

import dev.engine.domain.error.EngineException.EngineUnavailable;
import dev.engine.domain.serving.AccessToken;
import dev.engine.domain.serving.Endpoint;
import dev.engine.domain.serving.EngineCalls;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Calls of a running engine by plain HTTP/1.0 over a socket: a client that does more takes longer
 * to load than the call takes.
 */
public final class LoopbackCalls implements EngineCalls {

  /** An engine that has work to do may take that long to notice us. */
  private static final Duration LIMIT = Duration.ofSeconds(5);

  /** The one field that is wanted, in an answer of our own making. */
  private static final Pattern PATH =
      Pattern.compile("\"path\"\\s*:\\s*\"(/open\\?code=[A-Za-z0-9_-]+)\"");

  @Override
  public boolean isReady(Endpoint endpoint, AccessToken token) {
    try {
      return LoopbackRequest.get("/readyz", token).send(endpoint, LIMIT).status() == 200;
    } catch (IOException silent) {
      return false;
    }
  }

  @Override
  public URI dashboardLink(Endpoint endpoint, AccessToken token) {
    try {
      LoopbackRequest.Answer answer =
          LoopbackRequest.post("/api/v1/dashboard-codes", token).send(endpoint, LIMIT);
      Matcher path = PATH.matcher(answer.body());
      if (answer.status() / 100 == 2 && path.find()) {
        return endpoint.uri().resolve(path.group(1));
      }
      throw new EngineUnavailable(
          "the engine on %s gives no link: it answers %d".formatted(endpoint, answer.status()));
    } catch (IOException silent) {
      throw new EngineUnavailable("the engine on %s does not answer".formatted(endpoint), silent);
    }
  }
}
