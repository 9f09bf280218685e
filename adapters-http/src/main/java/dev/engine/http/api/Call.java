package dev.engine.http.api;

import dev.engine.domain.Limit;
import dev.engine.domain.Page;
import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.http.api.Parameter.Place;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/** One request for an operation, as its handler sees it: the parameters that it declared. */
public final class Call {

  private static final Limit DEFAULT_LIMIT = new Limit(50);

  private final Context http;
  private final Operation operation;
  private final Query query;

  /**
   * @throws InvalidInput if the query has what the operation does not declare
   */
  Call(Context http, Operation operation) {
    this.http = http;
    this.operation = operation;
    this.query = Query.of(http.queryString(), operation.namesIn(Place.QUERY));
  }

  /**
   * The value of a parameter of the path.
   *
   * @throws InvalidInput if it has another shape
   */
  public <T> T get(Parameter<T> parameter) {
    declared(parameter);
    return parameter.shape().parse(http.pathParam(parameter.name()), parameter.name());
  }

  /**
   * The value of a parameter that may be left out; null if it is.
   *
   * @throws InvalidInput if it has another shape
   */
  public <T> @Nullable T find(Parameter<T> parameter) {
    declared(parameter);
    String text =
        switch (parameter.place()) {
          case PATH -> http.pathParam(parameter.name());
          case QUERY -> query.get(parameter.name());
          case HEADER -> http.header(parameter.name());
        };
    return text == null ? null : parameter.shape().parse(text, parameter.name());
  }

  /** Whether a flag is given and true. */
  public boolean has(Parameter<Boolean> flag) {
    return Boolean.TRUE.equals(find(flag));
  }

  /** Which page is asked for; only of an operation that lists. */
  public Page page() {
    return new Page(limit(), find(Parameter.AFTER));
  }

  /** How many items are asked for; only of an operation that lists. */
  public Limit limit() {
    Limit limit = find(Parameter.LIMIT);
    return limit == null ? DEFAULT_LIMIT : limit;
  }

  /** The request and answer themselves, for what is no JSON. */
  public Context http() {
    return http;
  }

  /** Else the document would be silent about it. */
  private void declared(Parameter<?> parameter) {
    if (!operation.parameters().contains(parameter)) {
      throw new IllegalStateException("%s does not declare %s".formatted(operation, parameter));
    }
  }
}
