package dev.engine.http;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.NanoTime;

/**
 * Connections that refuse what Jetty would take: a request line with a whole address in it, which
 * is for proxies, and headers that never come to their end.
 */
final class StrictConnections extends HttpConnectionFactory {

  private final Duration patience;

  /**
   * Connections by {@code http}.
   *
   * @param patience how long the headers of one request may take to come
   */
  StrictConnections(HttpConfiguration http, Duration patience) {
    super(http);
    this.patience = patience;
  }

  @Override
  public Connection newConnection(Connector connector, EndPoint endPoint) {
    return configure(new Strict(connector, endPoint), connector, endPoint);
  }

  private final class Strict extends HttpConnection {

    private final ReentrantLock turn = new ReentrantLock();

    Strict(Connector connector, EndPoint endPoint) {
      super(StrictConnections.this.getHttpConfiguration(), connector, endPoint);
    }

    @Override
    protected HttpStreamOverHTTP1 newHttpStream(String method, String uri, HttpVersion version) {
      if (!uri.startsWith("/")) {
        throw new HttpException.RuntimeException(
            HttpStatus.BAD_REQUEST_400, "the request line must name a path");
      }
      return super.newHttpStream(method, uri, version);
    }

    /**
     * One thread at a time. When a message is bad, Jetty answers it on another thread, whose end
     * comes here too; the two would release one buffer twice, and a connection that has it by then
     * would share it with the next.
     */
    @Override
    public void onFillable() {
      turn.lock();
      try {
        fill();
      } finally {
        turn.unlock();
      }
    }

    /** Each byte would start the connection's idle time anew; this time it does not. */
    private void fill() {
      if (isLate()) {
        getEndPoint().close();
      } else {
        super.onFillable();
      }
    }

    private boolean isLate() {
      long begin = getParser().getBeginNanoTime();
      return begin != 0
          && getParser().inHeaderState()
          && NanoTime.since(begin) > patience.toNanos();
    }
  }
}
