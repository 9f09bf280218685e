package dev.engine.http;

import dev.engine.http.guard.Guard;
import dev.engine.http.guard.GuardHandler;
import dev.engine.http.guard.Hosts;
import dev.engine.http.page.Browsers;
import dev.engine.http.page.PageRoutes;
import dev.engine.services.EventFeed;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;

/**
 * The HTTP door of a running engine: API, hook listener and page on one port.
 *
 * <p>Safe for several threads.
 */
public final class HttpDoor implements AutoCloseable {

  private final WebServer server;
  private final EventFeed feed;

  private HttpDoor(WebServer server, EventFeed feed) {
    this.server = server;
    this.feed = feed;
  }

  /**
   * Opens the door; when this returns, it answers.
   *
   * @throws UncheckedIOException if the address or port cannot be listened on
   */
  public static HttpDoor open(HttpSettings settings, Backend backend) {
    WebServer server = new WebServer(settings);
    Browsers browsers = Browsers.none(backend.clock(), backend.random());
    Site site = Site.of(settings.limits(), backend, browsers, server.port());
    return open(settings, server, browsers, site, backend.served().feed());
  }

  /** Opens the door to {@code site}. */
  static HttpDoor open(
      HttpSettings settings, WebServer server, Browsers browsers, Site site, EventFeed feed) {
    Guard guard =
        new Guard(
            Hosts.of(settings.bind(), server.port(), settings.hosts()),
            settings.tokens()::token,
            browsers.cookies(),
            Browsers.cookieName(server.port()));
    server.start(new GuardHandler(guard, PageRoutes.strangersPage()), site.servlet());
    return new HttpDoor(server, feed);
  }

  /** Where it listens, with the port that it was given. */
  public InetSocketAddress address() {
    return server.address();
  }

  /**
   * Takes no further request, lets those that are being carried out come to their end, for as long
   * as the limits say, and closes. Streams of events end at once.
   */
  @Override
  public void close() {
    feed.close();
    server.stop();
  }
}
