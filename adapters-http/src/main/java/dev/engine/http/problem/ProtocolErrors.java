package dev.engine.http.problem;

import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Says in our words what Jetty refuses by itself, such as a request line that is none. */
public final class ProtocolErrors extends ErrorHandler {

  private static final int INTERNAL = 500;
  private static final int UNAVAILABLE = 503;

  private final Consumer<HttpFields.Mutable> headers;

  /** Answers with {@code headers} besides its own. */
  public ProtocolErrors(Consumer<HttpFields.Mutable> headers) {
    this.headers = headers;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Problem problem = said(request, response);
    FailedRequests.remember(request, problem, (Throwable) request.getAttribute(ERROR_EXCEPTION));
    headers.accept(response.getHeaders());
    response.setStatus(problem.status());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
    if (problem.status() == UNAVAILABLE) {
      response.getHeaders().put(HttpHeader.RETRY_AFTER, Problems.RETRY_SECONDS);
    } else {
      // Jetty closes after what it could not read, and does not always say so by itself.
      response.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE);
    }
    Content.Sink.write(response, true, problem.json(), callback);
    return true;
  }

  private static Problem said(Request request, Response response) {
    int status = response.getStatus();
    String path = String.valueOf(request.getHttpURI().getPath());
    if (status == INTERNAL) {
      return Problem.of(new IllegalStateException(), path);
    }
    Trouble trouble = Trouble.ofStatus(status).orElse(Trouble.MALFORMED);
    return Problem.of(trouble, trouble.title() + ": the request was not understood", path);
  }
}
