package dev.engine.domain.serving;

import dev.engine.domain.error.EngineException.InvalidInput;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a running engine listens.
 *
 * @param host a numeric address such as {@code 127.0.0.1} or {@code ::1}
 * @param port 1..65535
 */
public record Endpoint(String host, int port) {

  /** Numeric: a name could lead somewhere else tomorrow. */
  private static final Pattern ADDRESS =
      Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*");

  private static final int MAX_PORT = 65_535;

  /**
   * @throws InvalidInput unless {@code host} is numeric and {@code port} is a port
   */
  public Endpoint {
    if (!ADDRESS.matcher(host).matches()) {
      throw new InvalidInput("host", "a numeric address such as 127.0.0.1", host);
    }
    if (port < 1 || port > MAX_PORT) {
      throw new InvalidInput("port", "1 to 65535", Integer.toString(port));
    }
  }

  /** Reads what {@link #line} writes; empty if {@code line} is anything else. */
  public static Optional<Endpoint> read(String line) {
    List<String> words = List.of(line.strip().split(" ", -1));
    if (words.size() != 2 || !words.getLast().matches("[0-9]{1,5}")) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Endpoint(words.getFirst(), Integer.parseInt(words.getLast())));
    } catch (InvalidInput broken) {
      return Optional.empty();
    }
  }

  /** Host and port with a space between them, which a shell reads without taking it apart. */
  public String line() {
    return host + " " + port;
  }

  /** The address of its page. */
  public URI uri() {
    return URI.create("http://" + this + "/");
  }

  /** As it stands in a URL: {@code 127.0.0.1:43117} or {@code [::1]:43117}. */
  @Override
  public String toString() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }
}
