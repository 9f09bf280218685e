package dev.engine.http.json;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.engine.domain.Urgency;
import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.journal.Facts;
import dev.engine.domain.session.SessionId;
import dev.engine.wire.Description;
import dev.engine.wire.Length;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

final class ShapesTest {

  record PartJson(String name) {}

  record WholeJson(
      SessionId id,
      Urgency urgency,
      Instant at,
      int count,
      long bytes,
      double share,
      boolean open,
      List<PartJson> parts,
      @Nullable JsonNode data,
      @Length(max = 9) @Description("a word") @Nullable String note) {}

  record LostJson(Map<String, String> values) {}

  private static final Shape<WholeJson> SHAPE = Shapes.of(WholeJson.class);

  private static final String WRITTEN =
      """
      {"id":"0000beef","urgency":"high","at":"2026-01-05T12:00:00Z","count":-1,\
      "bytes":9007199254740993,"share":0.5,"open":true,"parts":[{"name":"a"},{"name":"b"}],\
      "data":{"free":[1,null]}}\
      """;

  @Test
  void whatIsReadIsWrittenAsItWas() {
    WholeJson read = read(WRITTEN);

    assertThat(Json.write(read, SHAPE)).isEqualTo(WRITTEN);
    assertThat(read.note()).isNull();
    assertThat(read.parts()).containsExactly(new PartJson("a"), new PartJson("b"));
  }

  @Test
  void factsAreReadAndWrittenAsTheObjectThatTheyAre() {
    Shape<Facts> shape = Shapes.of(Facts.class);
    Facts facts = Facts.NONE.with("reason", "clear").with("count", 2);

    String written = Json.write(facts, shape);

    assertThat(Json.read(written.getBytes(StandardCharsets.UTF_8), shape)).isEqualTo(facts);
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> Json.read("[]".getBytes(StandardCharsets.UTF_8), shape));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"count\":-1|\"count\":-1.0|count must be a whole number",
        "\"count\":-1|\"count\":2147483648|count must be a whole number",
        "\"count\":-1|\"count\":1e3|count must be a whole number",
        "\"bytes\":9007199254740993|\"bytes\":9223372036854775808|bytes must be a whole number",
        "\"share\":0.5|\"share\":\"0.5\"|share must be a number",
        "\"share\":0.5|\"share\":1e999|share must be a number",
        "\"open\":true|\"open\":\"true\"|open must be true or false",
        "\"open\":true|\"open\":1|open must be true or false",
        "{\"name\":\"b\"}|{\"name\":2}|parts[1].name must be a text",
        "{\"name\":\"b\"}|{}|parts[1].name must be given",
        "{\"name\":\"b\"}|{\"name\":\"b\",\"x\":1}|a field of parts[1] must be one of name",
        "{\"name\":\"b\"}|null|parts[1] must be an object",
        "\"at\":\"2026-01-05T12:00:00Z\"|\"at\":\"2026-01-05\"|at must be a time in UTC",
        "\"at\":\"2026-01-05T12:00:00Z\"|\"at\":1767614400|at must be a time in UTC",
        "{\"free\":[1,null]}|null|data must be any JSON but null",
      })
  void whatHasAnotherShapeIsNamed(String part, String other, String sentence) {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> read(WRITTEN.replace(part, other)))
        .withMessageStartingWith(sentence);
  }

  @Test
  void theSchemaSaysWhatIsRead() {
    Components components = new Components();

    String reference = Json.write(SHAPE.schema(components));

    assertThat(reference).isEqualTo("{\"$ref\":\"#/components/schemas/Whole\"}");
    assertThat(components.schemas()).containsOnlyKeys("Whole", "Part");
    assertThat(Json.write(requireNonNull(components.schemas().get("Whole"))))
        .isEqualTo(
            """
            {"type":"object","properties":{\
            "id":{"type":"string","pattern":"^[0-9a-f]{8}$"},\
            "urgency":{"type":"string","enum":["low","normal","high","critical"]},\
            "at":{"type":"string","format":"date-time"},\
            "count":{"type":"integer","minimum":-2147483648,"maximum":2147483647},\
            "bytes":{"type":"integer","minimum":-9223372036854775808,"maximum":9223372036854775807},\
            "share":{"type":"number"},"open":{"type":"boolean"},\
            "parts":{"type":"array","items":{"$ref":"#/components/schemas/Part"}},\
            "data":{"not":{"type":"null"}},\
            "note":{"type":"string","minLength":1,"maxLength":9,"description":"a word"}},\
            "required":["id","urgency","at","count","bytes","share","open","parts"],\
            "additionalProperties":false}\
            """);
  }

  @Test
  void aTypeWithoutAShapeIsNamed() {
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> Shapes.of(LostJson.class))
        .withMessageContaining("java.util.Map");
  }

  @Test
  void twoSchemasMayNotShareAName() {
    Components components = new Components();
    components.reference("Whole", "another owner", Json::object);

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> SHAPE.schema(components))
        .withMessageContaining("two schemas are called Whole");
  }

  private static WholeJson read(String json) {
    return Json.read(json.getBytes(StandardCharsets.UTF_8), SHAPE);
  }
}
