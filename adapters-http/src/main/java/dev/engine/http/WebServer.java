package dev.engine.http;

import dev.engine.http.guard.SafeHeaders;
import dev.engine.http.problem.ProtocolErrors;
import jakarta.servlet.Servlet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.QoSHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Jetty, set up for one small machine: a few platform threads that watch sockets, a virtual thread
 * for each request, and limits on everything that a client decides.
 */
final class WebServer {

  /** One that accepts and selects, one that helps it, and one to spare for each. */
  private static final int THREADS = 8;

  private static final int HEADER_BYTES = 16 << 10;

  /** How long a request may wait for its turn when there are too many. */
  private static final Duration TURN = Duration.ofSeconds(2);

  private final HttpSettings settings;
  private final Server server;
  private final ServerConnector connector;

  /**
   * Takes the address, so that its port is known; nothing is answered yet.
   *
   * @throws UncheckedIOException if the address cannot be listened on
   */
  WebServer(HttpSettings settings) {
    this.settings = settings;
    this.server = new Server(threads());
    this.connector = new ServerConnector(server, 0, 1, new HttpConnectionFactory(http()));
    connector.setHost(settings.bind().getHostAddress());
    connector.setPort(settings.port());
    connector.setIdleTimeout(settings.limits().idle().toMillis());
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(settings.limits().connections(), connector));
    server.setErrorHandler(new ProtocolErrors(SafeHeaders::addTo));
    server.setStopTimeout(settings.limits().drain().toMillis());
    openConnector();
  }

  /** The port that was given. */
  int port() {
    return connector.getLocalPort();
  }

  InetSocketAddress address() {
    return new InetSocketAddress(settings.bind(), port());
  }

  /** Answers from now on: what {@code guard} lets in goes to {@code servlet}. */
  void start(Handler.Wrapper guard, Servlet servlet) {
    ServletContextHandler context = new ServletContextHandler("/", false, false);
    context.addServlet(new ServletHolder(servlet), "/*");
    context.setErrorHandler(new ProtocolErrors(SafeHeaders::addTo));
    guard.setHandler(turns(context));
    server.setHandler(new GracefulHandler(guard));
    try {
      server.start();
    } catch (Exception failure) { // what Jetty declares
      throw new IllegalStateException("the HTTP server does not start", failure);
    }
  }

  /** Lets requests end, for a while, and stops. */
  void stop() {
    try {
      server.stop();
    } catch (Exception failure) { // what Jetty declares
      throw new IllegalStateException("the HTTP server does not stop", failure);
    }
  }

  private void openConnector() {
    try {
      connector.open();
    } catch (IOException taken) {
      throw new UncheckedIOException(taken);
    }
  }

  private Handler turns(Handler handler) {
    QoSHandler turns = new QoSHandler(handler);
    turns.setMaxRequestCount(settings.limits().requestsAtOnce());
    turns.setMaxSuspendedRequestCount(settings.limits().connections());
    turns.setMaxSuspend(TURN);
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
