package dev.engine.http.guard;

import dev.engine.http.problem.Problem;
import dev.engine.http.problem.Refusal;
import dev.engine.http.problem.Trouble;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Stands in front of everything: no request reaches a route that {@link Guard} has not let in. */
public final class GuardHandler extends Handler.Wrapper {

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

  /** A HEAD is a GET whose body stays here; Jetty knows that by itself. */
  private static Request readable(Request request) {
    if (!request.getMethod().equals("HEAD")) {
      return request;
    }
    return new Request.Wrapper(request) {
      @Override
      public String getMethod() {
        return "GET";
      }
    };
  }

  private void refuse(Request request, Response response, Callback callback, Refusal refusal) {
    Trouble trouble = refusal.trouble();
    response.setStatus(trouble.status());
    if (trouble == Trouble.UNAUTHORIZED) {
      response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, "Bearer realm=\"engine\"");
    }
    if (trouble == Trouble.METHOD_NOT_ALLOWED) {
      response.getHeaders().put(HttpHeader.ALLOW, String.join(", ", Guard.METHODS));
    }
    String path = request.getHttpURI().getPath();
    if (trouble == Trouble.UNAUTHORIZED && "/".equals(path)) {
      write(response, callback, "text/html; charset=utf-8", strangersPage);
    } else {
      String json = Problem.of(refusal, String.valueOf(path)).json();
      write(response, callback, Problem.MEDIA_TYPE, json);
    }
  }

  private static void write(Response response, Callback callback, String type, String body) {
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
    Content.Sink.write(response, true, body, callback);
  }
}
