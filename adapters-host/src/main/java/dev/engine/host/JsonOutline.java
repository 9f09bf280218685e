package dev.engine.host;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Reads a JSON text into its parts and their places. */
final class JsonOutline {

  private static final JsonFactory JSON = new JsonFactory();

  private final JsonParser parser;

  private JsonOutline(JsonParser parser) {
    this.parser = parser;
  }

  /**
   * The object that {@code text} is.
   *
   * @throws UnreadableSettings unless it is one JSON object and nothing else
   */
  static JsonPart.Obj of(String text) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new UnreadableSettings("it is not a JSON object");
      }
      JsonPart.Obj root = new JsonOutline(parser).object();
      if (parser.nextToken() != null) {
        throw new UnreadableSettings("something follows its JSON object");
      }
      return root;
    } catch (JacksonException broken) {
      throw new UnreadableSettings("it is not JSON" + place(broken.getLocation()));
    }
  }

  private JsonPart.Obj object() {
    int start = offset();
    List<JsonPart.Member> members = new ArrayList<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      int memberStart = offset();
      String name = parser.currentName();
      members.add(new JsonPart.Member(memberStart, name, part(parser.nextToken())));
    }
    return new JsonPart.Obj(start, offset() + 1, List.copyOf(members));
  }

  private JsonPart.Arr array() {
    int start = offset();
    List<JsonPart> elements = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      elements.add(part(token));
    }
    return new JsonPart.Arr(start, offset() + 1, List.copyOf(elements));
  }

  private JsonPart part(JsonToken token) {
    if (token == JsonToken.START_OBJECT) {
      return object();
    }
    if (token == JsonToken.START_ARRAY) {
      return array();
    }
    int start = offset();
    String text = parser.getString(); // reads the token to its end, which it is asked for next
    int end = Math.toIntExact(parser.currentLocation().getCharOffset());
    return token == JsonToken.VALUE_STRING
        ? new JsonPart.Text(start, end, text)
        : new JsonPart.Literal(start, end, text);
  }

  private int offset() {
    return Math.toIntExact(parser.currentTokenLocation().getCharOffset());
  }

  private static String place(TokenStreamLocation location) {
    return " (line %d, column %d)".formatted(location.getLineNr(), location.getColumnNr());
  }
}
