package dev.engine.http.problem;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.http.NotFoundResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.ee10.servlet.ServletContextResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place where a failure becomes an answer. */
public final class Problems {

  /** The store is busy for fractions of a second; a client that comes back later helps. */
  static final String RETRY_SECONDS = "1";

  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
  private static final int UNAVAILABLE = 503;

  private Problems() {}

  /** Takes every failure of a route. */
  public static void register(JavalinConfig config) {
    config.http.prefer405over404 = true;
    config.routes.exception(HttpResponseException.class, Problems::answerJavalins);
    config.routes.exception(Exception.class, Problems::answer);
    config.router.javaLangErrorHandler(Problems::answer);
  }

  /** The path is not told here, and it does not help: the log has the stack. */
  private static void answer(HttpServletResponse response, Error error) {
    Problem problem = Problem.of(error, "");
    FailedRequests.remember(
        ServletContextResponse.getServletContextResponse(response).getRequest(), problem, error);
    response.setStatus(problem.status());
    response.setContentType(Problem.MEDIA_TYPE);
    try {
      response.getOutputStream().write(problem.json().getBytes(StandardCharsets.UTF_8));
    } catch (IOException gone) {
      LOG.debug("nobody reads the answer any more", gone);
    }
  }

  private static void answer(Exception failure, Context http) {
    Problem problem = Problem.of(failure, http.path());
    FailedRequests.remember(http, problem, failure);
    answer(problem, http);
  }

  /** What Javalin's router finds wrong by itself. */
  private static void answerJavalins(HttpResponseException failure, Context http) {
    if (failure instanceof MethodNotAllowedResponse other) {
      String named = String.join(", ", other.getDetails().values());
      String allowed = named.contains("GET") ? named + ", HEAD" : named;
      http.header(Header.ALLOW, allowed);
      answer(new Refusal(Trouble.METHOD_NOT_ALLOWED, "this path takes " + allowed), http);
    } else if (failure instanceof NotFoundResponse) {
      answer(new Refusal(Trouble.UNKNOWN_PATH, "there is nothing at this path"), http);
    } else {
      answer((Exception) failure, http);
    }
  }

  private static void answer(Problem problem, Context http) {
    if (problem.status() == UNAVAILABLE) {
      http.header(Header.RETRY_AFTER, RETRY_SECONDS);
    }
    http.res().setContentType(null); // else the encoding of what was to be answered stays with it
    http.status(problem.status())
        .contentType(Problem.MEDIA_TYPE)
        .result(problem.json().getBytes(StandardCharsets.UTF_8));
  }
}
