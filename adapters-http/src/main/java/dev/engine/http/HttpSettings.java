package dev.engine.http;

import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.http.problem.FailedRequest;
import java.net.InetAddress;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Where the door is and who is asked for what.
 *
 * @param bind the address to listen on
 * @param port 0 for any that is free
 * @param hosts further names under which clients may ask for it, without a port, such as {@code
 *     build-box.lan}
 * @param failures is told of each request that failed, by many threads
 */
public record HttpSettings(
    InetAddress bind,
    int port,
    Set<String> hosts,
    TokenSource tokens,
    HttpLimits limits,
    Consumer<FailedRequest> failures) {

  private static final int MAX_PORT = 65_535;

  /**
   * @throws InvalidInput if the port is none, or the door would be open to other machines with a
   *     token that nobody chose for that
   */
  public HttpSettings {
    hosts = Set.copyOf(hosts);
    if (port < 0 || port > MAX_PORT) {
      throw new InvalidInput("port", "from 0 to 65535", Integer.toString(port));
    }
    if (!bind.isLoopbackAddress() && tokens.origin() != TokenSource.Origin.GIVEN) {
      throw new InvalidInput(
          "address to bind to",
          "of this machine only, unless a token is given with it",
          bind.getHostAddress());
    }
  }
}
