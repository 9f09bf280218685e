package dev.engine.host;

import java.util.Arrays;
import java.util.List;
import tools.jackson.core.io.JsonStringEncoder;

/** A JSON value that is to be written, or to be compared with one that is. */
sealed interface JsonValue {

  /** An object, its members in the order in which they are written. */
  record Obj(List<Member> members) implements JsonValue {}

  /** One member of an object. */
  record Member(String name, JsonValue value) {}

  /** An array. */
  record Arr(List<JsonValue> elements) implements JsonValue {

    boolean holdsOnlyScalars() {
      return elements.stream().allMatch(Scalar.class::isInstance);
    }
  }

  /**
   * Anything else.
   *
   * @param json as it is written, a string with its quotes and escapes
   */
  record Scalar(String json) implements JsonValue {}

  static Scalar of(String text) {
    return new Scalar(quoted(text));
  }

  static Scalar of(int number) {
    return new Scalar(Integer.toString(number));
  }

  static Scalar of(boolean truth) {
    return new Scalar(Boolean.toString(truth));
  }

  static Arr array(JsonValue... elements) {
    return new Arr(List.of(elements));
  }

  /** An array of strings. */
  static Arr texts(String... texts) {
    return new Arr(Arrays.stream(texts).<JsonValue>map(JsonValue::of).toList());
  }

  static Obj object(Member... members) {
    return new Obj(List.of(members));
  }

  /** {@code text} as a JSON string. */
  static String quoted(String text) {
    return '"' + new String(JsonStringEncoder.getInstance().quoteAsCharArray(text)) + '"';
  }
}
