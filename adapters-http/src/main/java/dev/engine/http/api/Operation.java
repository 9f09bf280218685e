package dev.engine.http.api;

import dev.engine.http.api.Parameter.Place;
import io.javalin.http.HandlerType;
import io.javalin.router.EndpointMetadata;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One method of one path: what the document says of it and what carries it out, in one place.
 *
 * <p>Made by {@link #get}, {@link #post}, {@link #put}, {@link #patch} or {@link #delete}; see the
 * pings for an example of each kind.
 */
public final class Operation implements EndpointMetadata {

  private final HandlerType method;
  private final String path;
  private final Said said;
  private final List<Parameter<?>> parameters;
  private final List<Alternative> alternatives;
  private final Work work;

  /**
   * Another answer than the usual one that is no failure of the request.
   *
   * @param mediaType of its body; null if it has none
   * @param description one sentence
   */
  public record Alternative(int status, @Nullable String mediaType, String description) {}

  /**
   * What a reader of the document is told.
   *
   * @param id one word in camel case, such as {@code listPings}; no two operations share it
   * @param summary one sentence
   */
  record Said(String id, String summary) {}

  Operation(
      HandlerType method,
      String path,
      Said said,
      List<Parameter<?>> parameters,
      List<Alternative> alternatives,
      Work work) {
    this.method = method;
    this.path = path;
    this.said = said;
    this.parameters = List.copyOf(parameters);
    this.alternatives = List.copyOf(alternatives);
    this.work = work;
  }

  /**
   * An operation that changes nothing.
   *
   * @param path its variable parts are in braces, {@code /api/v1/pings/{id}}
   * @param id one word in camel case, such as {@code listPings}
   * @param summary one sentence
   */
  public static Draft get(String path, String id, String summary) {
    return new Draft(HandlerType.GET, path, new Said(id, summary));
  }

  /** An operation that makes or starts something; a client may repeat it with a key. */
  public static Draft post(String path, String id, String summary) {
    return new Draft(HandlerType.POST, path, new Said(id, summary));
  }

  /** An operation that puts something in a place, whatever was there. */
  public static Draft put(String path, String id, String summary) {
    return new Draft(HandlerType.PUT, path, new Said(id, summary));
  }

  /** An operation that changes some of a thing. */
  public static Draft patch(String path, String id, String summary) {
    return new Draft(HandlerType.PATCH, path, new Said(id, summary));
  }

  /** An operation that takes something away. */
  public static Draft delete(String path, String id, String summary) {
    return new Draft(HandlerType.DELETE, path, new Said(id, summary));
  }

  /** The method, such as {@code GET}. */
  public HandlerType method() {
    return method;
  }

  /** The path with its variable parts in braces. */
  public String path() {
    return path;
  }

  /** One word in camel case. */
  public String id() {
    return said.id();
  }

  /** One sentence. */
  public String summary() {
    return said.summary();
  }

  /** What a request may name, in the order of the document. */
  public List<Parameter<?>> parameters() {
    return parameters;
  }

  /** What else it may answer. */
  public List<Alternative> alternatives() {
    return alternatives;
  }

  /** What is done. */
  public Work work() {
    return work;
  }

  @Override
  public String toString() {
    return method + " " + path;
  }

  List<String> namesIn(Place place) {
    return parameters.stream()
        .filter(parameter -> parameter.place() == place)
        .<String>map(Parameter::name)
        .toList();
  }
}
