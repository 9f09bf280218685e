package dev.engine.http.json;

import dev.engine.domain.error.EngineException.InvalidInput;
import java.io.StringWriter;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Text to JSON and back. Reading is strict: what two parsers could take differently is refused. */
public final class Json {

  /** Nothing of ours nests deeper than a dozen; a parser's stack must not be the limit. */
  private static final int MAX_DEPTH = 64;

  /** More digits are no number of ours, and cost quadratic time to read. */
  private static final int MAX_DIGITS = 100;

  private static final String BODY = "request body";

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxNumberLength(MAX_DIGITS)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Json() {}

  /**
   * The value that {@code body}, JSON in UTF-8, says.
   *
   * @throws InvalidInput if it is no JSON, names a field twice, or is not of that shape
   */
  public static <T> T read(byte[] body, Shape<T> shape) {
    return shape.read(tree(Utf8.text(body, BODY, "JSON in UTF-8")), BODY);
  }

  /** {@code value} as JSON in one line. */
  public static <T> String write(T value, WrittenShape<T> shape) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = MAPPER.createGenerator(text)) {
      shape.write(value, out);
    }
    return text.toString();
  }

  /** {@code tree} as JSON in one line. */
  public static String write(JsonNode tree) {
    return MAPPER.writeValueAsString(tree);
  }

  /** An empty object to be filled. */
  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** An empty array to be filled. */
  public static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  private static JsonNode tree(String body) {
    try {
      JsonNode tree = MAPPER.readTree(body);
      if (tree.isMissingNode()) {
        throw new InvalidInput(BODY, "JSON", "");
      }
      return tree;
    } catch (JacksonException notJson) {
      throw new InvalidInput(BODY, "JSON, each field named once", trouble(notJson));
    }
  }

  private static String trouble(JacksonException notJson) {
    TokenStreamLocation at = notJson.getLocation();
    String what = String.valueOf(notJson.getOriginalMessage()).lines().findFirst().orElse("");
    return at == null
        ? what
        : "line %d, column %d: %s".formatted(at.getLineNr(), at.getColumnNr(), what);
  }
}
