package dev.engine.host;

import java.util.List;
import java.util.Optional;

/**
 * A part of a JSON text and where it stands in it.
 *
 * <p>Offsets count chars of the text; an end is the first char after the part.
 */
sealed interface JsonPart {

  int start();

  int end();

  /** What is written here, without the way in which it is written. */
  JsonValue value();

  /** An object; a name may occur more than once, as JSON allows. */
  record Obj(int start, int end, List<Member> members) implements JsonPart {

    /** The member that is called {@code name}: the last one, as it is for other readers. */
    Optional<Member> member(String name) {
      return members.reversed().stream().filter(member -> member.name().equals(name)).findFirst();
    }

    /** Whether several members are called {@code name}. */
    boolean isRepeated(String name) {
      return members.stream().filter(member -> member.name().equals(name)).count() > 1;
    }

    /** The value of {@link #member}. */
    Optional<JsonPart> get(String name) {
      return member(name).map(Member::part);
    }

    @Override
    public JsonValue value() {
      return new JsonValue.Obj(
          members.stream()
              .map(member -> new JsonValue.Member(member.name(), member.part().value()))
              .toList());
    }
  }

  /** One member of an object; it ends where its value does. */
  record Member(int start, String name, JsonPart part) {}

  /** An array. */
  record Arr(int start, int end, List<JsonPart> elements) implements JsonPart {

    @Override
    public JsonValue value() {
      return new JsonValue.Arr(elements.stream().map(JsonPart::value).toList());
    }
  }

  /** A string, with its escapes resolved. */
  record Text(int start, int end, String text) implements JsonPart {

    @Override
    public JsonValue value() {
      return JsonValue.of(text);
    }
  }

  /** A number, {@code true}, {@code false} or {@code null}, as it is written. */
  record Literal(int start, int end, String literal) implements JsonPart {

    @Override
    public JsonValue value() {
      return new JsonValue.Scalar(literal);
    }
  }
}
