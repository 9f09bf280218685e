package dev.engine.domain.install;

import dev.engine.domain.error.EngineException.InvalidInput;

/**
 * Where an engine of this machine takes events, and what it wants to be shown. Not printed by
 * {@code toString}.
 *
 * @param port 1..65535, the same at every start of the engine
 * @param token what a bearer token may consist of
 */
public record PostTarget(int port, String token) {

  private static final int MAX_PORT = 65_535;

  /**
   * @throws InvalidInput if {@code port} is none; a port of 0 is another one at every start
   */
  public PostTarget {
    if (port < 1 || port > MAX_PORT) {
      throw new InvalidInput(
          "port for HTTP hooks", "fixed, from 1 to 65535", Integer.toString(port));
    }
  }

  @Override
  public String toString() {
    return "PostTarget[%d, hidden]".formatted(port);
  }
}
