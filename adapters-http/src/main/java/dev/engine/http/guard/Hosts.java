package dev.engine.http.guard;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The names under which a door may be asked for. A page of another name that resolves to this
 * machine is not one of them, which is what keeps DNS rebinding out.
 */
public final class Hosts {

  private static final int DEFAULT_PORT = 80;

  private final Set<String> authorities;

  private Hosts(Set<String> authorities) {
    this.authorities = authorities;
  }

  /**
   * The names of this machine to itself, the address that the door listens on, and {@code further}.
   *
   * @param further names without a port
   */
  public static Hosts of(InetAddress bind, int port, Collection<String> further) {
    Set<String> names = new HashSet<>(Set.of("127.0.0.1", "localhost", "[::1]"));
    if (!bind.isAnyLocalAddress()) {
      names.add(literal(bind));
    }
    further.forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
    Set<String> authorities = new HashSet<>();
    for (String name : names) {
      authorities.add(name + ":" + port);
      if (port == DEFAULT_PORT) {
        authorities.add(name);
      }
    }
    return new Hosts(Set.copyOf(authorities));
  }

  /** Whether {@code authority}, a {@code Host} as it was sent, is one of them. */
  boolean know(String authority) {
    return authorities.contains(authority.toLowerCase(Locale.ROOT));
  }

  private static String literal(InetAddress address) {
    String text = address.getHostAddress();
    return address instanceof Inet6Address ? "[" + text + "]" : text;
  }
}
