package dev.engine.app;

import dev.engine.cli.ServeRun;
import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.install.EnginePort;
import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.serving.Endpoint;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * Where an engine is to listen.
 *
 * @param port 0 for any that is free
 * @param isChosen whether a person chose the port, so that another would not do
 */
record ServeAddress(InetAddress bind, int port, boolean isChosen) {

  /**
   * What the command line says, else the settings, else what goes with {@code home}.
   *
   * @throws InvalidInput if the address is no numeric one, or the port is none
   */
  static ServeAddress of(ServeRun.Options options, Settings settings, HomeFolder home) {
    InetAddress bind = literal(options.bind() == null ? settings.httpBind() : options.bind());
    Optional<Integer> chosen = Optional.ofNullable(options.port()).or(settings::httpPort);
    return chosen
        .map(port -> new ServeAddress(bind, port, true))
        .orElseGet(() -> new ServeAddress(bind, EnginePort.derivedFrom(home).number(), false));
  }

  /** The same, with any port that is free. */
  ServeAddress withAnyPort() {
    return new ServeAddress(bind, 0, isChosen);
  }

  /** Whether any port that is free will do. */
  boolean isAnyPort() {
    return port == 0;
  }

  /** How this machine calls what listens on {@code address}. */
  static Endpoint reachedHere(InetSocketAddress address) {
    InetAddress bound = address.getAddress();
    String host = bound.isAnyLocalAddress() ? "127.0.0.1" : bound.getHostAddress();
    return new Endpoint(host, address.getPort());
  }

  private static InetAddress literal(String text) {
    try {
      return InetAddress.ofLiteral(text);
    } catch (IllegalArgumentException name) {
      throw new InvalidInput("address to listen on", "numeric, such as 127.0.0.1", text);
    }
  }
}
