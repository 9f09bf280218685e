package dev.engine.http.problem;

import dev.engine.domain.error.EngineException;
import dev.engine.http.json.Json;
import dev.engine.http.json.Shape;
import dev.engine.http.json.Shapes;
import dev.engine.wire.Description;

/** What is said of a request that failed: problem details after RFC 9457, with our code. */
public record Problem(
    @Description("urn:engine:problem: and the code") String type,
    String title,
    int status,
    @Description("one sentence: what was wrong, what was expected, what was got") String detail,
    @Description("stable; listed in docs/ERRORS.md") String code,
    @Description("the path of the request") String instance) {

  /** The media type of problems. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /** How problems look as JSON. */
  public static final Shape<Problem> SHAPE = Shapes.of(Problem.class);

  private static final String UNEXPECTED_CODE = "ENG-9999";
  private static final String UNEXPECTED = "something went wrong that nobody expected; see the log";

  /** What {@code trouble} is, said of a request for {@code path}. */
  public static Problem of(Trouble trouble, String detail, String path) {
    return of(trouble.status(), trouble.code(), trouble.title(), detail, path);
  }

  /** What {@code failure} is, said of a request for {@code path}. A bug says nothing of itself. */
  public static Problem of(Throwable failure, String path) {
    return switch (failure) {
      case EngineException.InvalidInput bad -> of(400, bad, "Invalid input", path);
      case EngineException.NotFound missing -> of(404, missing, "Not found", path);
      case EngineException.Conflict clash -> of(409, clash, "Conflict", path);
      case EngineException.StorageUnavailable busy -> of(503, busy, "Storage unavailable", path);
      case EngineException.StorageRefused refused -> of(500, refused, "Storage refused", path);
      case Refusal refusal -> of(refusal.trouble(), sentence(refusal), path);
      // Open on purpose: whatever else is thrown is a bug.
      default -> of(500, UNEXPECTED_CODE, "Internal error", UNEXPECTED, path);
    };
  }

  /** This problem in one line. */
  public String json() {
    return Json.write(this, SHAPE);
  }

  private static Problem of(int status, EngineException failure, String title, String path) {
    return of(status, failure.code(), title, sentence(failure), path);
  }

  private static Problem of(int status, String code, String title, String detail, String path) {
    return new Problem("urn:engine:problem:" + code, title, status, detail, code, path);
  }

  private static String sentence(Throwable failure) {
    return String.valueOf(failure.getMessage());
  }
}
