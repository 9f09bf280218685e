package dev.engine.http.api;

import dev.engine.domain.Cursor;
import dev.engine.domain.Limit;
import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.request.RequestKey;
import dev.engine.http.json.Components;
import dev.engine.http.json.Json;
import dev.engine.http.json.Shapes;
import dev.engine.http.json.TextShape;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import tools.jackson.databind.node.ObjectNode;

/**
 * A value that a request names in its path, query or headers: what an operation declares and its
 * handler asks the {@link Call} for.
 *
 * @param shape how its text reads
 * @param description one phrase, without a full stop
 */
public record Parameter<T>(Place place, String name, TextShape<T> shape, String description) {

  /** Where a parameter stands. */
  public enum Place {
    PATH("path"),
    QUERY("query"),
    HEADER("header");

    private final String wireName;

    Place(String wireName) {
      this.wireName = wireName;
    }
  }

  private static final int MOST_ROWS = 500;

  /** How many rows a page has at most. */
  static final Parameter<Limit> LIMIT =
      new Parameter<>(
          Place.QUERY,
          "limit",
          wholeNumber(1, MOST_ROWS, Limit::new, Limit::rows),
          "how many items a page has at most; 50 if it is not given");

  /** Where a page begins. */
  static final Parameter<Cursor> AFTER =
      new Parameter<>(
          Place.QUERY,
          "after",
          new TextShape<>(
              "a cursor that a page of this list gave",
              Cursor::parse,
              Cursor::toString,
              schema -> schema.put("pattern", "^[A-Za-z0-9_-]{1,4000}$")),
          "next of the page before; the first page if it is not given");

  /** By which a request that comes again is known. */
  static final Parameter<RequestKey> IDEMPOTENCY_KEY =
      new Parameter<>(
          Place.HEADER,
          "Idempotency-Key",
          new TextShape<>(
              "1 to 128 ASCII characters without spaces",
              RequestKey::new,
              RequestKey::value,
              schema -> schema.put("pattern", "^[!-~]{1,128}$")),
          "a name for this request: sent again, it is answered again and not carried out again");

  /** Of which version a change is meant. */
  static final Parameter<String> IF_MATCH =
      new Parameter<>(
          Place.HEADER,
          "If-Match",
          Shapes.text(String.class),
          "the ETag of what is to be changed; required");

  /** What {@code path} has at {@code {name}}. */
  public static <T> Parameter<T> path(String name, Class<T> type, String description) {
    return new Parameter<>(Place.PATH, name, Shapes.text(type), description);
  }

  /** What the query has as {@code name}, once at most; it may be left out. */
  public static <T> Parameter<T> query(String name, Class<T> type, String description) {
    return new Parameter<>(Place.QUERY, name, Shapes.text(type), description);
  }

  /** A query's {@code true} or {@code false}; it may be left out. */
  public static Parameter<Boolean> flag(String name, String description) {
    return new Parameter<>(Place.QUERY, name, flag(), description);
  }

  /** A query's whole number from {@code min} to {@code max}, which is not negative. */
  public static Parameter<Integer> number(String name, int min, int max, String description) {
    return new Parameter<>(
        Place.QUERY, name, wholeNumber(min, max, Integer::valueOf, Integer::intValue), description);
  }

  /** What a header says, in any shape; it may be left out. */
  public static Parameter<String> header(String name, String description) {
    return new Parameter<>(Place.HEADER, name, Shapes.text(String.class), description);
  }

  /** A place in the journal or in a log; in a header it may be left out. */
  public static Parameter<Long> position(Place place, String name, String description) {
    return new Parameter<>(
        place,
        name,
        new TextShape<>(
            "a position, 0 or more",
            Parameter::position,
            String::valueOf,
            schema -> schema.put("pattern", "^[0-9]{1,18}$")),
        description);
  }

  /** This parameter as OpenAPI describes it. */
  public ObjectNode described(Components components) {
    ObjectNode json =
        Json.object()
            .put("name", name)
            .put("in", place.wireName)
            .put("description", description)
            .put("required", place == Place.PATH || name.equals("If-Match"));
    return json.set("schema", shape.schema(components));
  }

  private static long position(String text) {
    if (!text.matches("[0-9]{1,18}")) {
      throw new InvalidInput("position", "0 or more", text);
    }
    return Long.parseLong(text);
  }

  private static TextShape<Boolean> flag() {
    return new TextShape<>(
        "true or false",
        text ->
            switch (text) {
              case "true" -> true;
              case "false" -> false;
              default -> throw new InvalidInput("flag", "true or false", text); // any text may come
            },
        String::valueOf,
        schema -> schema.put("type", "boolean"));
  }

  private static <T> TextShape<T> wholeNumber(
      int min, int max, IntFunction<T> of, ToIntFunction<T> value) {
    String expected = "a whole number from %d to %d".formatted(min, max);
    return new TextShape<>(
        expected,
        text -> {
          if (!text.matches("[0-9]{1,9}")
              || Integer.parseInt(text) < min
              || Integer.parseInt(text) > max) {
            throw new InvalidInput("number", expected, text);
          }
          return of.apply(Integer.parseInt(text));
        },
        number -> Integer.toString(value.applyAsInt(number)),
        schema -> schema.put("type", "integer").put("minimum", min).put("maximum", max));
  }
}
