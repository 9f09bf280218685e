package dev.engine.host;

import dev.engine.host.JsonValue.Arr;
import dev.engine.host.JsonValue.Member;
import dev.engine.host.JsonValue.Obj;
import dev.engine.host.JsonValue.Scalar;
import java.util.stream.Collectors;

/**
 * How a JSON text is laid out, and values written in that way.
 *
 * <p>An {@code indent} is what the line begins with in which a value starts; the value's own first
 * line does not repeat it.
 */
sealed interface JsonLayout {

  String write(JsonValue value, String indent);

  String write(Member member, String indent);

  /** What stands between two members or elements whose lines begin with {@code indent}. */
  String separator(String indent);

  /** Everything in one line, with or without a space after each comma and colon. */
  record OneLine(boolean isSpaced) implements JsonLayout {

    @Override
    public String write(JsonValue value, String indent) {
      return switch (value) {
        case Scalar scalar -> scalar.json();
        case Arr array ->
            array.elements().stream()
                .map(element -> write(element, indent))
                .collect(Collectors.joining(separator(indent), "[", "]"));
        case Obj object ->
            object.members().stream()
                .map(member -> write(member, indent))
                .collect(Collectors.joining(separator(indent), "{", "}"));
      };
    }

    @Override
    public String write(Member member, String indent) {
      String colon = isSpaced ? ": " : ":";
      return JsonValue.quoted(member.name()) + colon + write(member.value(), indent);
    }

    @Override
    public String separator(String indent) {
      return isSpaced ? ", " : ",";
    }
  }

  /**
   * A line for each member and element; only an array of scalars is kept in one.
   *
   * @param newline what ends a line
   * @param unit by what each level is indented further
   */
  record Lines(String newline, String unit) implements JsonLayout {

    private static final OneLine SCALARS = new OneLine(true);

    @Override
    public String write(JsonValue value, String indent) {
      String inner = indent + unit;
      String start = newline + inner;
      String end = newline + indent;
      return switch (value) {
        case Scalar scalar -> scalar.json();
        case Arr array when array.holdsOnlyScalars() -> SCALARS.write(array, indent);
        case Arr array ->
            array.elements().stream()
                .map(element -> write(element, inner))
                .collect(Collectors.joining(separator(inner), "[" + start, end + "]"));
        case Obj object ->
            object.members().stream()
                .map(member -> write(member, inner))
                .collect(Collectors.joining(separator(inner), "{" + start, end + "}"));
      };
    }

    @Override
    public String write(Member member, String indent) {
      return JsonValue.quoted(member.name()) + ": " + write(member.value(), indent);
    }

    @Override
    public String separator(String indent) {
      return "," + newline + indent;
    }
  }
}
