package dev.engine.http.guard;

import dev.engine.http.problem.FailedRequests;
import dev.engine.http.problem.Problem;
import dev.engine.http.problem.Refusal;
import dev.engine.http.problem.Trouble;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Stands in front of everything: no request reaches a route that {@link Guard} has not let in. */
public final class GuardHandler extends Handler.Wrapper {

  /** A body of up to this many bytes is taken and thrown away when its request is refused. */
  private static final long MOST_DISCARDED = 1 << 20;

  private final Guard guard;
  private final String strangersPage;

  /**
   * Guards the handler that is set later.
   *
   * @param strangersPage HTML for a browser that has no cookie yet
   */
  public GuardHandler(Guard guard, String strangersPage) {
    this.guard = guard;
    this.strangersPage = strangersPage;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    SafeHeaders.addTo(response.getHeaders());
    try {
      guard.check(request.getMethod(), request.getHttpURI(), request.getHeaders());
    } catch (Refusal refusal) {
      refuse(request, response, callback, refusal);
      return true;
    }
    return super.handle(readable(request), response, callback);
  }

  /** A HEAD is a GET whose body stays here, which Jetty knows by itself; but it uses nothing up. */
  private static Request readable(Request request) {
    if (!request.getMethod().equals("HEAD") || Guard.ONE_TIME.equals(path(request))) {
      return request;
    }
    return new Request.Wrapper(request) {
      @Override
      public String getMethod() {
        return "GET";
      }
    };
  }

  /** What is on its way is taken first: a connection that closes on it may lose the answer too. */
  private void refuse(Request request, Response response, Callback callback, Refusal refusal) {
    HttpFields headers = request.getHeaders();
    boolean isSent = !headers.contains(HttpHeader.EXPECT) && request.getLength() <= MOST_DISCARDED;
    if (isSent && !headers.contains(HttpHeader.TRANSFER_ENCODING)) {
      Runnable answer = () -> answer(request, response, callback, refusal);
      Content.Source.consumeAll(request, Callback.from(answer, callback::failed));
    } else {
      response.getHeaders().put(HttpHeader.CONNECTION, "close");
      answer(request, response, callback, refusal);
    }
  }

  private void answer(Request request, Response response, Callback callback, Refusal refusal) {
    Trouble trouble = refusal.trouble();
    Problem problem = Problem.of(refusal, path(request));
    FailedRequests.remember(request, problem, refusal);
    response.setStatus(trouble.status());
    if (trouble == Trouble.UNAUTHORIZED) {
      response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, "Bearer realm=\"engine\"");
    }
    if (trouble == Trouble.METHOD_NOT_ALLOWED) {
      response.getHeaders().put(HttpHeader.ALLOW, String.join(", ", Guard.METHODS));
    }
    if (trouble == Trouble.UNAUTHORIZED && path(request).equals("/")) {
      write(response, callback, "text/html; charset=utf-8", strangersPage);
    } else {
      write(response, callback, Problem.MEDIA_TYPE, problem.json());
    }
  }

  private static String path(Request request) {
    return String.valueOf(request.getHttpURI().getPath());
  }

  private static void write(Response response, Callback callback, String type, String body) {
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
    Content.Sink.write(response, true, body, callback);
  }
}
