package dev.engine.http.problem;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Consumer;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.NanoTime;
import org.jspecify.annotations.Nullable;

/**
 * Tells of each request that failed, once, when it is over. A request may be refused by Jetty, by
 * the guard or by its route; who refuses it leaves with it what only they know.
 */
public final class FailedRequests implements RequestLog {

  private static final String SAID = FailedRequests.class.getName();
  private static final int FAILED = 400;
  private static final int OUR_FAULT = 500;

  private final Consumer<FailedRequest> log;

  private record Said(String code, @Nullable String route, @Nullable Throwable failure) {}

  /** Tells {@code log}, on whatever thread a request ends. */
  public FailedRequests(Consumer<FailedRequest> log) {
    this.log = log;
  }

  /** Leaves with {@code request} what is answered to it before it has a route. */
  public static void remember(Request request, Problem problem, @Nullable Throwable failure) {
    request.setAttribute(SAID, new Said(problem.code(), null, failure));
  }

  /** Leaves with a request what its route answers. */
  static void remember(Context http, Problem problem, Throwable failure) {
    var endpoint = http.endpoints().lastHttpEndpoint();
    Said said = new Said(problem.code(), endpoint == null ? null : endpoint.path, failure);
    ServletContextRequest.getServletContextRequest(http.req()).setAttribute(SAID, said);
  }

  @Override
  public void log(Request request, Response response) {
    if (response.getStatus() >= FAILED) {
      log.accept(failed(request, response.getStatus()));
    }
  }

  private static FailedRequest failed(Request request, int status) {
    Said said = request.getAttribute(SAID) instanceof Said known ? known : null;
    return new FailedRequest(
        method(request.getMethod()),
        said == null ? null : said.route(),
        status,
        said == null ? null : said.code(),
        Duration.ofNanos(NanoTime.since(request.getBeginNanoTime())),
        said == null || status < OUR_FAULT ? null : said.failure());
  }

  private static String method(String given) {
    boolean isKnown = Arrays.stream(HttpMethod.values()).anyMatch(known -> known.is(given));
    return isKnown ? given : "other";
  }
}
