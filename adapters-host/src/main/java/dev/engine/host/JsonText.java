package dev.engine.host;

import dev.engine.host.JsonLayout.Lines;
import dev.engine.host.JsonLayout.OneLine;
import dev.engine.host.JsonPart.Arr;
import dev.engine.host.JsonPart.Obj;

/**
 * A JSON object as text, changed by cutting and pasting: whatever an edit is not about stays as it
 * was written. What is appended looks like its surroundings, and removing it again gives the text
 * from before, but for blanks in a container that was empty.
 */
final class JsonText {

  /** Of a file that shows none: what the client itself writes. */
  private static final String DEFAULT_UNIT = "  ";

  private final String text;
  private final Obj root;

  /**
   * @throws UnreadableSettings unless {@code text} is one JSON object
   */
  JsonText(String text) {
    this.text = text;
    this.root = JsonOutline.of(text);
  }

  Obj root() {
    return root;
  }

  /** With {@code member} as the last one of {@code object}. */
  JsonText append(Obj object, JsonValue.Member member) {
    if (object.members().isEmpty()) {
      return fill(object.start(), object.end(), JsonValue.object(member));
    }
    int last = object.members().getLast().start();
    String indent = indentOfLine(last);
    JsonLayout layout = startsLine(last) ? lines() : oneLine();
    return insert(object.end(), layout.separator(indent) + layout.write(member, indent));
  }

  /** With {@code element} as the last one of {@code array}. */
  JsonText append(Arr array, JsonValue element) {
    if (array.elements().isEmpty()) {
      return fill(array.start(), array.end(), JsonValue.array(element));
    }
    int last = array.elements().getLast().start();
    String indent = indentOfLine(last);
    JsonLayout layout = startsLine(last) ? lines() : oneLine();
    return insert(array.end(), layout.separator(indent) + layout.write(element, indent));
  }

  /** With {@code value} where {@code object} stands. */
  JsonText replace(Obj object, JsonValue value) {
    String old = text.substring(object.start(), object.end());
    JsonLayout layout = old.contains("\n") ? lines() : oneLine();
    return splice(object.start(), object.end(), layout.write(value, indentOfLine(object.start())));
  }

  /** With {@code json}, written as it is, where {@code part} stands. */
  JsonText replace(JsonPart part, String json) {
    return splice(part.start(), part.end(), json);
  }

  /** {@code part} as it is written. */
  String written(JsonPart part) {
    return text.substring(part.start(), part.end());
  }

  /** Without {@code member}. */
  JsonText remove(JsonPart.Member member) {
    return remove(member.start(), member.part().end());
  }

  /** Without {@code element} of an array. */
  JsonText remove(JsonPart element) {
    return remove(element.start(), element.end());
  }

  private JsonText remove(int start, int end) {
    int before = skipBlanksBack(start);
    int after = skipBlanks(end);
    if (text.charAt(before - 1) == ',') {
      return splice(before - 1, end, "");
    }
    if (text.charAt(after) == ',') {
      return splice(start, skipBlanks(after + 1), "");
    }
    return splice(before, after, "");
  }

  @Override
  public String toString() {
    return text;
  }

  /** An empty container becomes {@code filled}. */
  private JsonText fill(int start, int end, JsonValue filled) {
    JsonLayout layout = root.members().isEmpty() || isInLines() ? lines() : oneLine();
    return splice(start, end, layout.write(filled, indentOfLine(start)));
  }

  /** {@code addition} behind the last part of the container that ends at {@code end}. */
  private JsonText insert(int end, String addition) {
    int at = skipBlanksBack(end - 1);
    return splice(at, at, addition);
  }

  private boolean isInLines() {
    return startsLine(root.members().getFirst().start());
  }

  private Lines lines() {
    String unit =
        root.members().isEmpty() || !isInLines()
            ? DEFAULT_UNIT
            : indentOfLine(root.members().getFirst().start());
    return new Lines(text.contains("\r\n") ? "\r\n" : "\n", unit);
  }

  private OneLine oneLine() {
    return new OneLine(isBlank(text.charAt(root.members().getFirst().part().start() - 1)));
  }

  private boolean startsLine(int offset) {
    return text.substring(skipBlanksBack(offset), offset).contains("\n");
  }

  private String indentOfLine(int offset) {
    int start = text.lastIndexOf('\n', offset - 1) + 1;
    return text.substring(start, Math.min(offset, skipBlanks(start)));
  }

  private int skipBlanks(int offset) {
    int at = offset;
    while (at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private int skipBlanksBack(int offset) {
    int at = offset;
    while (at > 0 && isBlank(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  private JsonText splice(int start, int end, String replacement) {
    return new JsonText(text.substring(0, start) + replacement + text.substring(end));
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }
}
