package dev.engine.mcp;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.engine.domain.text.NeutralText;
import dev.engine.wire.WireModule;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON of this door. Reading is strict: what two parsers could take differently is refused. */
final class Json {

  /** Nothing of ours nests deeper than a dozen; a parser's stack must not be the limit. */
  private static final int MAX_DEPTH = 64;

  /** More digits are no number of ours, and cost quadratic time to read. */
  private static final int MAX_DIGITS = 100;

  /** Of one text in a result; what is longer can be read by other doors. */
  private static final int MAX_TEXT = 20_000;

  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

  /** For the protocol itself. */
  static final JsonMapper PROTOCOL =
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
          .changeDefaultPropertyInclusion(
              inclusion -> inclusion.withValueInclusion(Include.NON_NULL))
          .build();

  /** For what tools find: a model reads it, and most of it was written by somebody else. */
  private static final JsonMapper RESULTS =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(
              inclusion -> inclusion.withValueInclusion(Include.NON_NULL))
          .addModule(new WireModule(Json::neutral))
          .build();

  private Json() {}

  /** What {@code bytes} say in UTF-8; empty if that is no JSON. */
  static Optional<Parsed> read(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return Optional.of(new Parsed(PROTOCOL.readValue(text, Object.class)));
    } catch (CharacterCodingException | JacksonException notJson) {
      return Optional.empty();
    }
  }

  /**
   * A JSON value.
   *
   * @param value null for {@code null}
   */
  record Parsed(@Nullable Object value) {}

  /** The fields of {@code record}, every text in a form in which it can only be read. */
  static Map<String, Object> fields(Record record) {
    return RESULTS.convertValue(record, OBJECT);
  }

  /** The fields of an object that {@link #write} has written. */
  static Map<String, Object> fields(String json) {
    return PROTOCOL.readValue(json, OBJECT);
  }

  /** {@code value} in one line. */
  static String write(Object value) {
    return PROTOCOL.writeValueAsString(value);
  }

  private static String neutral(String text) {
    NeutralText neutral = NeutralText.of(text, MAX_TEXT);
    return neutral.isCut() ? neutral.value() + " (cut)" : neutral.value();
  }
}
