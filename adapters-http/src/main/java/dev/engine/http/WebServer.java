package dev.engine.http;

import dev.engine.http.guard.SafeHeaders;
import dev.engine.http.problem.FailedRequests;
import dev.engine.http.problem.ProtocolErrors;
import jakarta.servlet.Servlet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.QoSHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Jetty, set up for one small machine: a few platform threads that watch sockets, a virtual thread
 * for each request, and limits on everything that a client decides.
 */
final class WebServer {

  private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);

  /** One accepts, one watches the sockets, and the others help them. */
  private static final int THREADS = 8;

  private static final int HEADER_BYTES = 16 << 10;

  /** How long a request may wait for its turn when there are too many. */
  private static final Duration TURN = Duration.ofSeconds(2);

  private final HttpSettings settings;
  private final Server server;
  private final ServerConnector connector;
  private final int port;
  private final GracefulHandler requests = new GracefulHandler();

  /**
   * Takes the address, so that its port is known; nothing is answered yet.
   *
   * @throws UncheckedIOException if the address cannot be listened on
   */
  WebServer(HttpSettings settings) {
    this.settings = settings;
    this.server = new Server(threads());
    this.connector =
        new ServerConnector(
            server, 1, 1, new StrictConnections(http(), settings.limits().patience()));
    connector.setHost(settings.bind().getHostAddress());
    connector.setPort(settings.port());
    connector.setIdleTimeout(settings.limits().idle().toMillis());
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(settings.limits().connections(), connector));
    server.setRequestLog(new FailedRequests(settings.failures()));
    server.setErrorHandler(new ProtocolErrors(SafeHeaders::addTo));
    this.port = opened(connector);
  }

  /** The port that was given. */
  int port() {
    return port;
  }

  InetSocketAddress address() {
    return new InetSocketAddress(settings.bind(), port);
  }

  /** Answers from now on: what {@code guard} lets in goes to {@code servlet}. */
  void start(Handler.Wrapper guard, Servlet servlet) {
    ServletContextHandler context = new ServletContextHandler("/", false, false);
    context.addServlet(new ServletHolder(servlet), "/*");
    context.setErrorHandler(new ProtocolErrors(SafeHeaders::addTo));
    guard.setHandler(turns(context));
    requests.setHandler(guard);
    server.setHandler(requests);
    try {
      server.start();
    } catch (Exception failure) { // what Jetty declares
      throw new IllegalStateException("the HTTP server does not start", failure);
    }
  }

  /** Takes no new connection, lets requests end for a while, and stops. */
  void stop() {
    connector.close();
    try {
      drain();
      server.stop();
    } catch (Exception failure) { // what Jetty declares
      throw new IllegalStateException("the HTTP server does not stop", failure);
    }
  }

  private void drain() throws InterruptedException, ExecutionException {
    try {
      requests.shutdown().get(settings.limits().drain().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      LOG.warn("{} requests are cut off", requests.getCurrentRequestCount());
    }
  }

  private static int opened(ServerConnector connector) {
    try {
      connector.open();
      return connector.getLocalPort();
    } catch (IOException taken) {
      throw new UncheckedIOException(taken);
    }
  }

  private Handler turns(Handler handler) {
    QoSHandler turns = new QoSHandler(handler);
    turns.setMaxRequestCount(settings.limits().requestsAtOnce());
    turns.setMaxSuspendedRequestCount(settings.limits().connections());
    turns.setMaxSuspend(TURN);
    turns.excludePath(WaitRoutes.PATH);
    return turns;
  }

  private static QueuedThreadPool threads() {
    QueuedThreadPool threads = new QueuedThreadPool(THREADS, 2);
    threads.setName("http");
    threads.setReservedThreads(0);
    threads.setVirtualThreadsExecutor(
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("http-request-", 0).factory()));
    return threads;
  }

  private static HttpConfiguration http() {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setSendDateHeader(false);
    http.setRequestHeaderSize(HEADER_BYTES);
    http.setResponseHeaderSize(HEADER_BYTES);
    return http;
  }
}
